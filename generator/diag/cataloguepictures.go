package diag

// pictures is what is wrong with a picture's file.
var pictures = map[Code]entry{
	BrokenPicture: {Error,
		text{"bilden {file} går inte att läsa: {why}", "the image {file} cannot be read: {why-en}"},
		text{"hämta eller spara bilden en gång till: filen är skadad eller är något annat än en bild", "fetch or save the image once more: the file is damaged, or is something other than an image"}},
	PictureFormat: {Error,
		text{"bilden {file} är {kind}, som webbläsare inte visar", "the image {file} is {kind-en}, which browsers do not show"},
		text{"öppna den i ett bildprogram och spara den som JPEG", "open it in an image program and save it as JPEG"}},
	PictureName: {Error,
		text{"{file} är en {kind}-bild, men heter något annat", "{file} is an image of the kind {kind}, but is called something else"},
		text{"byt namn på filen till {name}, också där den nämns", "rename the file to {name}, also where it is named"}},
	SameFileName: {Error,
		text{"{file} och {other} har samma namn för många datorer: bara {difference} skiljer", "{file} and {other} have the same name on many computers: only {difference-en} differ"},
		text{"byt namn på den ena filen, till exempel till {example}", "rename one of the files, for example to {example}"}},
	SamePictureName: {Error,
		text{"{file} och {other} kan inte ligga bredvid varandra: båda ger en fil {name} på webbplatsen", "{file} and {other} cannot stand side by side: both make a file {name} of the site"},
		text{"ta bort den bild som inte behövs, eller byt namn på den ena, till exempel till {example}", "remove the image that is not needed, or rename one of them, for example to {example}"}},
	PictureTooLarge: {Error,
		text{"bilden {file} är {size}; gränsen är {limit}", "the image {file} is {size-en}; the limit is {limit-en}"},
		text{"spara den mindre: 6000 bildpunkter bred räcker också för tryck", "save it smaller: a width of 6000 pixels is enough for print, too"}},
	UnsafeDrawing: {Error,
		text{"teckningen {file} kan köra program eller hämta något utifrån: {what}", "the drawing {file} can run programs or load things from outside: {what-en}"},
		text{"spara den som ren SVG utan skript, länkar och externa filer, eller som PNG", "save it as plain SVG without scripts, links and external files, or as PNG"}},
}
