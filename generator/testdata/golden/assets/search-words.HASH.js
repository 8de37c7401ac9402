const folded={æ:"ä",ø:"ö",ß:"ss",ł:"l",đ:"d",ð:"d",þ:"th",ı:"i",œ:"oe",ς:"σ"},isPart=/[\p{L}\p{Nd}]/u,isIgnored=/[\p{Mn}\p{Me}\p{Cf}]/u,cache=new Map;function fold(e){let t=cache.get(e);return t===0[0]&&cache.set(e,t=foldSlowly(e)),t}function foldSlowly(e){const t=e.toLowerCase();if("åäö".includes(t))return t;let n="";for(const e of t.normalize("NFKD").toLowerCase())n+=folded[e]??(isPart.test(e)?e:"");return n}const toKey={å:"a",ä:"a",ö:"o"};export const key=e=>/[åäö]/.test(e)?e.replace(/[åäö]/g,e=>toKey[e]):e;const spaces=`    
`,gaps={",":",","-":"-","‐":"-","‑":"-","&":"&","/":"/",".":".",":":":","'":"'","’":"'"},plain=/[a-zåäöA-ZÅÄÖ0-9]+/y,longestWord=40;export function tokens(e){const a=[];let t=null,n="",i=0,o=!1,s=0;const r=()=>{t&&(t.to=s,t.isNumber=!/[^0-9]/.test(t.text),a.push(t),t=null,n="",i=0,o=!1)};for(;s<e.length;){plain.lastIndex=s;const c=plain.exec(e)?.[0];if(c){t??={text:"",from:s,before:n,isPlus:o},t.text+=c.toLowerCase(),s+=c.length;continue}const a=String.fromCodePoint(e.codePointAt(s)),l=fold(a);if(l)t??={text:"",from:s,before:n,isPlus:o},t.text+=l;else if(isIgnored.test(a))t&&(t.text=composed(t.text,a));else{r(),o=a==="+";const e=spaces.includes(a)?" ":gaps[a]??"";++i===1?n=e:i===2&&n==="."&&e===" "?n="d":i===2&&n===" "&&o||(n="")}s+=a.length}return r(),a}function composed(e,t){const n=e.slice(-1),s=t==="̊"&&n==="a"?"å":t==="̈"&&n==="a"?"ä":t==="̈"&&n==="o"?"ö":n;return e.slice(0,e.length-n.length)+s}export function groups(e,t){const n=tokens(e),i=[],o=new Map;for(const n of t){const e=n.toLowerCase();o.set(e,e),e.length>3&&o.set(e.slice(0,3),e)}const s=(e,t)=>n.slice(e,t).map(e=>e.text).join("");function a(e){const o=n[e];if(!o.isNumber||!o.isPlus&&(o.text[0]!=="0"||o.text.length>4))return null;let i=o.text.length,t=e+1;for(;t<n.length&&n[t].isNumber&&(n[t].before===" "||n[t].before==="-")&&i+n[t].text.length<=13;t++)i+=n[t].text.length;if(i<7)return null;const a=s(e+(o.isPlus?2:1),t),r=[o.isPlus?`0${s(e+1,t)}`:s(e,t)];return a.length>=5&&r.push(a),{end:t,joined:r}}function r(e){const{text:o,isNumber:i}=n[e];if(!i||o.length>3||o[0]==="0")return null;let t=e+1;for(;t<n.length&&n[t].isNumber&&/[ ,]/.test(n[t].before)&&n[t].text.length===3;)t++;return{end:t,joined:[s(e,t)]}}function c(e){const t=n[e+1];if(!t||t.before!==" "&&t.before!=="d")return null;for(const[s,a]of[[n[e],t],[t,n[e]]]){const i=o.get(a.text);if(i&&s.isNumber&&s.text.length<=2)return{end:e+2,joined:[s.text.replace(/^0/,"")+i]}}return null}function l(e){let t=e+1;for(;t<n.length&&t-e<4;t++){const{before:s,isNumber:i}=n[t],o=n[t-1],a=(s===":"||s==="'")&&o.text.length===1;if(s!=="-"&&s!=="&"&&!a&&!(i&&o.isNumber&&/[/.:]/.test(s)))break}return{end:t,joined:[s(e,t)]}}const d=e=>e&&!e.isNumber&&(e.before===":"&&e.text.length<=4||e.before==="'"&&e.text.length<=2);for(let e=0;e<n.length;){let t=e+1,o=[];const s=n[t];if(s?.before&&!((s.before===" "||s.before==="d")&&!s.isNumber&&!n[e].isNumber))for(const s of[a,r,c,l]){const n=s(e);if(n&&n.end>e+1){({end:t,joined:o}=n);break}}i.push({words:n.slice(e,t).map(e=>shortened(e.text)),joined:o.map(shortened)}),t===e+1&&d(n[t])&&t++,e=t}return i}const shortened=e=>e.length>longestWord?[...e].slice(0,longestWord).join(""):e,without=(e,t)=>t?e.slice(0,-t):e;function region(e,t,n=0){const s=t.exec(e.slice(n));return s?n+s.index+2:e.length}const swedishEnding=/(?:heterna|hetens|arna[s]?|erna[s]?|orna[s]?|andes?|arens?|hete[nr]|anden|andet|ades?|arne|are|aste|ens?|erns?|ern|ar|er|or|as|es|at|het|ast|ad|a|e|s)$/,doubled=/(?:dd|gd|nn|dt|gt|kt|tt)$/,swedishRegion=e=>Math.max(3,region(e,/[aeiouyåäö][^aeiouyåäö]/));function snowball(e){if(e.length<3)return e;const s=swedishRegion(e),n=t=>t.exec(e.slice(s));let t=n(swedishEnding);return t&&(t[0]!=="s"||/[bcdfghjklmnoprtvy]s$/.test(e))&&(e=without(e,t[0].length)),n(doubled)&&(e=without(e,1)),t=n(/(?:lig|ig|els|löst|fullt)$/),t&&(e=without(e,/t$/.test(t[0])?1:t[0].length)),e}const bent=[["vint minist åld fönst mönst regist klost teat semest orkest syst mäst kalend cylind hind väd läg lag fing feb seg silv pulv sock off papp met fod filt cent numm:num timm:tim säk vack nykt bitt munt serv läck tapp mag dyst","er ers ern erns eren erens eret erets","r"],["fönst mönst regist klost filt cent met off","erna ernas","r"],["säk vack nykt bitt munt läck tapp mag dyst","ert","r"],["vatt teck vap bott sock frök öpp vux","en ens","n"],["öpp vux","et","n"],["somm:som","ar ars aren arens","r"],["gamm:gam himm:him","al als alt el els eln elns","l"],["morg:morg aft:aft","on ons onen onens","n"],["böck:bok städ:stad länd:land fött:fot nätt:natt rött:rot stränd:strand sön:son tänd:tand bönd:bond bränd:brand ledamöt:ledamot","er ers erna ernas",""],["händ:hand","erna ernas",""],["ö","ar ars arna arnas er ers erna ernas",""],["bro by sky å","ar ars arna arnas",""],["bro by sky","n ns",""],["utland inland hemland högland fastland grannland band strand","en ens et ets",""],["sm em dm tm km rm nm gm","an annen annens än äns ännen ännens","an"],["finans:finan balans:balan","_ en ens er ers erna ernas","z"],["dat mot kont","or ors orn orns oret orets oren orens orer orers orerna orernas","oz"],["appar","at ats aten atens ater aters aterna aternas","az"],["muse jubile","um ums et ets er ers erna ernas en ens","z"],["intern extern modern","_ a e t et ets en ens er ers erna ernas","z"],["satt sats","_ a e s en ens er ers erna ernas","z"],["docent procent producent accent satellit elit komet feminist anländ antänd","er ers erna ernas",""]],longestForm=14;let forms;const lasts=new Set,shorter=new Map;function bentForms(){const e=new Map,t=(t,n)=>{e.set(t,n),lasts.add(t.slice(-2)),shorter.set(n,Math.max(shorter.get(n)??0,n.length-same(key(t),key(n))))};for(const[n,s,e]of bent)for(const a of n.split(" ")){const[o,i=o]=a.split(":");for(const r of s.split(" ")){const n=o+r.replace("_",""),a=key(n);t(n,i+e),a!==n&&a.length>6&&a[0]===n[0]&&t(a,key(i+e))}}return e}export function same(e,t){let n=0;for(;n<e.length&&e[n]===t[n];)n++;return n}function ofEnds(e,t){for(let n=Math.max(0,e.length-longestForm);n<e.length;n++){const s=t(e.slice(n),n);if(s!==0[0])return s}}function unbent(e){return forms??=bentForms(),lasts.has(e.slice(-2))?ofEnds(e,(t,n)=>forms.has(t)?e.slice(0,n)+forms.get(t):0[0])??e:e}export function common(e,t){return e==="en"?without(t,2):e!=="sv"?t:(forms??=bentForms(),without(t,ofEnds(t,e=>shorter.get(e))??(/[^aeiouyåäö]l$/.test(t)?1:0)))}const spareLetters=[["t","bb dd ff gg ll mm nn pp rr sk ös vis",4],["d","ll mm nn",4],["t","v p j",4],["d","v j",5],["td","m",5],["td","l n r",6],["t","i o y å ö",5],["n","i y å ö deo dio rio foto konto ando tru stu",5],["n","jö",4],["s","i y å ö",6],["r","b d f k p t v",6],["n","iv ag ut id ud åll all ugg ur ik yt",5]],spare=new RegExp(["mm$(?<!(?:[dlhk]a|tu)mm)",...spareLetters.map(([e,t,n])=>`^.{${n-1},}(?<=${t.replaceAll(" ","|")})[${e}]$`)].join("|"));function settled(e){for(e.length>5&&/(?:ium|(?:cen|spek)trum)$/.test(e)?e=without(e,2):e.length>4&&e.endsWith("tte")&&(e=without(e,1)),e.endsWith("mitt")&&(e=without(e,1));spare.test(e);)e=without(e,1);return withoutE(e)}function withoutE(e){const[,n]=/.[bdfghjkmnprstvx](eln|el)$/.exec(e)??[];if(!n)return e;const t=without(e,n.length);return t.endsWith("hand")?`${t}el`:/(?:(?<!me|sa|nu)d|(?<!f)f)$/.test(t)?e:`${t}l`}function withoutEnding(e){const[t]=/(?:(?<=...)(?<=[bcdfghjklmnprtvy])s|(?<=...b)art|(?<=...)(?:ligt|het|igt|orn|et|an|en|ad|ar|or))$/.exec(e)??[];return t?(e=without(e,t.length),t!=="s"&&doubled.test(e.slice(swedishRegion(e)))?without(e,1):e):e}function swedish(e){e=unbent(e);for(let n=!1;!n||!e.endsWith("er");){let t=snowball(e);if(t===e&&(t=withoutEnding(e)),t===e)break;n="ao".includes(e[t.length]),e=t}return settled(e)}const asTheyAre={skis:"ski",skies:"sky",dying:"die",lying:"lie",tying:"tie",idly:"idl",gently:"gentl",ugly:"ugli",early:"earli",only:"onli",singly:"singl",sky:"sky",news:"news",howe:"howe",atlas:"atlas",cosmos:"cosmos",bias:"bias",andes:"andes"},ends2={tional:"tion",enci:"ence",anci:"ance",abli:"able",entli:"ent",izer:"ize",ization:"ize",ational:"ate",ation:"ate",ator:"ate",alism:"al",aliti:"al",alli:"al",fulness:"ful",ousli:"ous",ousness:"ous",iveness:"ive",iviti:"ive",biliti:"ble",bli:"ble",ogi:"og",fulli:"ful",lessli:"less",li:""},ends3={tional:"tion",ational:"ate",alize:"al",icate:"ic",iciti:"ic",ical:"ic",ful:"",ness:"",ative:""},ends4=/(?:ement|ance|ence|able|ible|ment|ant|ent|ism|ate|iti|ous|ive|ize|ion|al|er|ic)$/,endOf=e=>new RegExp(`(?:${Object.keys(e).sort((e,t)=>t.length-e.length).join("|")})$`),pattern2=endOf(ends2),pattern3=endOf(ends3),isShortEnd=e=>/(?:[^aeiouy][aeiouy][^aeiouywxY]|^[aeiouy][^aeiouy])$/.test(e);function english(e){if(Object.hasOwn(asTheyAre,e))return asTheyAre[e];if(e.length<3)return e;e=e.replace(/^y|(?<=[aeiouy])y/g,"Y");const i=/^(?:gener|commun|arsen)/.exec(e),s=i?i[0].length:region(e,/[aeiouy][^aeiouy]/),o=region(e,/[aeiouy][^aeiouy]/,s),n=(t,n)=>e.length-n.length>=t;if(/sses$/.test(e)?e=without(e,2):/ie[ds]$/.test(e)?e=without(e,e.length>4?2:1):/[aeiouy].+s$/.test(e)&&!/[us]s$/.test(e)&&(e=without(e,1)),/^(?:(?:inn|out|cann|herr|earr)ing|(?:proc|exc|succ)eed)$/.test(e))return e;let t=/(?:eedly|eed)$/.exec(e);if(t?n(s,t[0])&&(e=without(e,t[0].length)+"ee"):(t=/(?:ingly|edly|ing|ed)$/.exec(e))&&/[aeiouy]/.test(without(e,t[0].length))&&(e=without(e,t[0].length),/(?:at|bl|iz)$/.test(e)?e+="e":/(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(e)?e=without(e,1):isShortEnd(e)&&s>=e.length&&(e+="e")),/.[^aeiouy][yY]$/.test(e)&&(e=`${without(e,1)}i`),t=pattern2.exec(e),t&&n(s,t[0])){const n=without(e,t[0].length);(t[0]!=="ogi"||/l$/.test(n))&&(t[0]!=="li"||/[cdeghkmnrt]$/.test(n))&&(e=n+ends2[t[0]])}return t=pattern3.exec(e),t&&n(s,t[0])&&(t[0]!=="ative"||n(o,t[0]))&&(e=without(e,t[0].length)+ends3[t[0]]),t=ends4.exec(e),t&&n(o,t[0])&&(t[0]!=="ion"||/[st]ion$/.test(e))&&(e=without(e,t[0].length)),/e$/.test(e)&&(n(o,"e")||n(s,"e")&&!isShortEnd(without(e,1)))?e=without(e,1):/ll$/.test(e)&&n(o,"l")&&(e=without(e,1)),e.replace(/Y/g,"y")}const stemmers={sv:swedish,en:english};export const stem=(e,t)=>stemmers[e]?.(t)??t;const families={sv:`ny nya nye nytt nyare nyast
stor stora store stort större störst största
liten litet lilla lille små mindre minst minsta
god goda gott
fri fria fritt
hel hela helt
klar klara klart
svår svåra svårt
ren rena rent
sen sena sent senare senast
grön gröna grönt
röd röda rött
vit vita vitt
blå blåa blått
grå gråa grått
bred breda brett
hård hårda hårt
egen eget egna
gammal äldre äldst äldsta
dålig sämre sämst
lång längre längst
hög högre högst högsta
låg lägre lägst lägsta
ung yngre yngst
år året åren årets årens
yta ytan ytor ytorna
ås åsen åsar åsarna
kö kön köer köerna
sko skon skor skorna
tå tån tår tårna
vy vyn vyer vyerna
öga ögat ögon ögonen
öra örat öron öronen
öka ökar ökade ökat ökas ökad ökande
äga äger ägde ägt ägs ägare
man mannen män männen
gås gåsen gäss gässen
mus musen möss mössen`,en:`child children
man men
woman women
person persons people
foot feet
good better best
bad worse worst`},verbs={sv:`ge ger gav gavs ges gett getts givit givits given givet givna
ta tar tog togs tas tagit tagits tagen taget tagna
få får fick fått
gå går gick gått
stå står stod stått
slå slår slog slogs slås slagit slagits slagen slaget slagna
se ser såg sågs ses sett setts sedd sedda
ske sker skedde skett
bli blir blev blivit
dra drar drog drogs dras dragit dragits dragen draget dragna
säga säger sade sagt sägs
göra gör gjorde gjordes görs gjort gjorts gjord gjorda
komma kommer kom kommit kommen komna
skriva skriver skrev skrevs skrivs skrivit skrivits skriven skrivna
bryta bryter bröt bröts bryts brutit brutits bruten brutna
bjuda bjuder bjöd bjöds bjuds bjudit bjudits bjuden bjudna
hålla håller höll hölls hålls hållit hållits hållen hållna
sälja säljer sålde såldes säljs sålt sålts såld sålda
välja väljer valde valdes väljs valt valts vald valda
sätta sätter satte sattes sätts satt satts
lägga lägger lade lades läggs lagt lagts lagd lagda
vinna vinner vann vanns vinns vunnit vunnits vunnen vunna
finna finner fann fanns finns funnit funnits funnen funna
skjuta skjuter sköt sköts skjutit skjutits skjuten skjutna
sluta sluter slöt slöts sluts slutit slutits sluten slutna
låta låter lät läts låts låtit låtits låten låtna
leda leder ledde leddes leds lett letts ledd ledda
driva driver drev drevs drivs drivit drivits driven drivna
falla faller föll fallit fallen fallna
känna känner kände kändes känns känt känts känd kända
läsa läser läste lästes läses läst lästs lästa
lösa löser löste löstes löses löst lösts lösta
söka söker sökte söktes söks sökt sökts sökta`,en:`buy buys bought buying
build builds built building
hold holds held holding
make makes made making
take takes took taken taking
give gives gave given giving
meet meets met meeting meetings
sell sells sold selling
choose chooses chose chosen choosing
begin begins began begun beginning
write writes wrote written writing
speak speaks spoke spoken speaking
find finds found finding
lead leads led leading
win wins won winning
grow grows grew grown growing
come comes came coming
go goes went gone going
know knows knew known`},before={sv:"an av be bi bort efter er fast fort fram från för före genom god i igen in kvar med mot ned ner om på sam samman sönder till tillbaka tillhanda under upp ur ut vidare åter över",en:"re over under out"},linesOf=(e="")=>new Map(e.split(`
`).flatMap(e=>e.split(" ").map(t=>[t,e.split(" ")]))),listed=once(e=>({own:linesOf(families[e]),verbs:linesOf(verbs[e]),before:(before[e]??"").split(" ")}));export function formsOf(e,t){const{own:s,verbs:n,before:o}=listed(e);if(s.has(t)||n.has(t))return s.get(t)??n.get(t);for(const e of o){const s=t.startsWith(e)&&n.get(t.slice(e.length));if(s)return s.map(t=>e+t)}return[]}const small={sv:"alla allt andra att av blir bli de dem den denna deras det detta dig din dina ditt du där efter ej eller en ett finns från för ha hade han har hon hos hur i inte inom jag kan ni nu när någon något några och om oss på sig sin sina sitt ska skulle som så till under upp ut vad var vara varför vem vi vid vilka vilken vilket vill vår våra vårt är",en:"a about an and any are as at be been by can do does for from had has have he her his how i in into is it its not of on or our she than that the their them there these they this those to was we were what when where which who why will with you your"},smallOf=once(e=>new Set(small[e]?.split(" ")));export const isSmall=(e,t)=>smallOf(e).has(t);function once(e){const t=new Map;return n=>t.get(n)??t.set(n,e(n)).get(n)}const letters="abcdefghijklmnopqrstuvwxyz";export function mayBeginAs(e,t){const n=same(t,e),s=t.slice(n+1);return e.startsWith(s,n+1)||e.startsWith(s,n)||e.startsWith(t.slice(n),n+1)||e.startsWith(t.slice(n+2),n+2)&&e[n]===t[n+1]&&e[n+1]===t[n]}export function*candidates(e){for(let t=Math.floor((e.length-1)/2);t<=e.length;t++){const n=e.slice(0,t),s=e.slice(t+1);yield n+s,t+1<e.length&&(yield n+e[t+1]+e[t]+e.slice(t+2));for(const o of letters)yield n+o+s,yield n+o+e.slice(t)}}export function isOneApart(e,t){if(Math.abs(e.length-t.length)>1)return!1;let n=0,s=0;for(;n<e.length&&e[n]===t[n];)n++;for(;s<Math.min(e.length,t.length)-n&&e[e.length-1-s]===t[t.length-1-s];)s++;const o=e.slice(n,e.length-s),i=t.slice(n,t.length-s);return o.length<2&&i.length<2||o.length===2&&i.length===2&&o[0]===i[1]&&o[1]===i[0]}