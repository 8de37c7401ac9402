package diag

import "maps"

// catalogue holds all that a Code says.
var catalogue = joined(entries, slips)

func joined(parts ...map[Code]entry) map[Code]entry {
	all := map[Code]entry{}
	for _, part := range parts {
		maps.Copy(all, part)
	}
	return all
}

// slips are what a careful colleague would ask about.
var slips = map[Code]entry{
	PreviewLink: {Error,
		text{"länken leder till förhandsvisningen på den egna datorn, där ingen annan kommer in: {target}", "the link leads to the preview on one's own computer, where nobody else gets in: {target}"},
		text{"{advice}", "{advice-en}"}},
}
