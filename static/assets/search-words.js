// Words as the index of generator/search has them: what it says of folding, of words that belong together and of
// stems holds here too, and the vectors in its testdata are run with both.

const folded = { æ: 'ä', ø: 'ö', ß: 'ss', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', œ: 'oe', ς: 'σ' };
const isPart = /[\p{L}\p{Nd}]/u;
const isIgnored = /[\p{Mn}\p{Me}\p{Cf}]/u;
const cache = new Map();

// A character as words have it, '' where it is no part of one.
function fold(character) {
  let found = cache.get(character);
  if (found === undefined) cache.set(character, found = foldSlowly(character));
  return found;
}

function foldSlowly(character) {
  const lower = character.toLowerCase();
  if ('åäö'.includes(lower)) return lower;
  let text = '';
  for (const part of lower.normalize('NFKD').toLowerCase()) text += folded[part] ?? (isPart.test(part) ? part : '');
  return text;
}

const toKey = { å: 'a', ä: 'a', ö: 'o' };
export const key = (word) => /[åäö]/.test(word) ? word.replace(/[åäö]/g, (letter) => toKey[letter]) : word;

const spaces = ' \u00A0\u202F\u2009\n';
const gaps = { ',': ',', '-': '-', '\u2010': '-', '\u2011': '-', '&': '&', '/': '/', '.': '.', ':': ':', "'": "'", '\u2019': "'" };
const plain = /[a-zåäöA-ZÅÄÖ0-9]+/y;
const longestWord = 40;

// The words of a text, where they stand in it, and what stands before each.
export function tokens(text) {
  const found = [];
  let token = null, gap = '', count = 0, plus = false, at = 0;
  const end = () => {
    if (token) {
      token.to = at;
      token.isNumber = !/[^0-9]/.test(token.text);
      found.push(token);
      token = null;
      gap = '';
      count = 0;
      plus = false;
    }
  };
  while (at < text.length) {
    plain.lastIndex = at;
    const run = plain.exec(text)?.[0]; // of which nearly all texts consist
    if (run) {
      token ??= { text: '', from: at, before: gap, isPlus: plus };
      token.text += run.toLowerCase();
      at += run.length;
      continue;
    }
    const character = String.fromCodePoint(text.codePointAt(at)), part = fold(character);
    if (part) {
      token ??= { text: '', from: at, before: gap, isPlus: plus };
      token.text += part;
    } else if (isIgnored.test(character)) {
      if (token) token.text = composed(token.text, character);
    } else {
      end();
      plus = character === '+';
      const next = spaces.includes(character) ? ' ' : gaps[character] ?? '';
      if (++count === 1) gap = next;
      else if (count === 2 && gap === '.' && next === ' ') gap = 'd';
      else if (!(count === 2 && gap === ' ' && plus)) gap = '';
    }
    at += character.length;
  }
  end();
  return found;
}

// å ä ö where the mark stands apart.
function composed(text, mark) {
  const last = text.slice(-1);
  const whole = mark === '\u030A' && last === 'a' ? 'å' : mark === '\u0308' && last === 'a' ? 'ä' : mark === '\u0308' && last === 'o' ? 'ö' : last;
  return text.slice(0, text.length - last.length) + whole;
}

// Groups of words that belong together: what they are one by one, and as one word.
export function groups(text, months) {
  const all = tokens(text), found = [];
  const names = new Map();
  for (const month of months) {
    const name = month.toLowerCase();
    names.set(name, name);
    if (name.length > 3) names.set(name.slice(0, 3), name);
  }
  const join = (from, to) => all.slice(from, to).map((token) => token.text).join('');

  function phone(i) {
    const first = all[i];
    if (!first.isNumber || !first.isPlus && (first.text[0] !== '0' || first.text.length > 4)) return null;
    let count = first.text.length, end = i + 1;
    for (; end < all.length && all[end].isNumber && (all[end].before === ' ' || all[end].before === '-') && count + all[end].text.length <= 13; end++) count += all[end].text.length;
    if (count < 7) return null;
    const own = join(i + (first.isPlus ? 2 : 1), end);
    const joined = [first.isPlus ? `0${join(i + 1, end)}` : join(i, end)];
    if (own.length >= 5) joined.push(own);
    return { end, joined };
  }

  function thousands(i) {
    const { text: first, isNumber } = all[i];
    if (!isNumber || first.length > 3 || first[0] === '0') return null;
    let end = i + 1;
    while (end < all.length && all[end].isNumber && /[ ,]/.test(all[end].before) && all[end].text.length === 3) end++;
    return { end, joined: [join(i, end)] };
  }

  function date(i) {
    const next = all[i + 1];
    if (!next || next.before !== ' ' && next.before !== 'd') return null;
    for (const [day, month] of [[all[i], next], [next, all[i]]]) {
      const name = names.get(month.text);
      if (name && day.isNumber && day.text.length <= 2) return { end: i + 2, joined: [day.text.replace(/^0/, '') + name] };
    }
    return null;
  }

  function chain(i) {
    let end = i + 1;
    for (; end < all.length && end - i < 4; end++) {
      const { before, isNumber } = all[end], last = all[end - 1];
      const isInitial = (before === ':' || before === "'") && last.text.length === 1;
      if (before !== '-' && before !== '&' && !isInitial && !(isNumber && last.isNumber && /[/.:]/.test(before))) break;
    }
    return { end, joined: [join(i, end)] };
  }

  const isEnding = (token) => token && !token.isNumber && (token.before === ':' && token.text.length <= 4 || token.before === "'" && token.text.length <= 2);

  for (let i = 0; i < all.length;) {
    let end = i + 1, joined = [];
    const next = all[end];
    if (next?.before && !((next.before === ' ' || next.before === 'd') && !next.isNumber && !all[i].isNumber)) {
      for (const rule of [phone, thousands, date, chain]) {
        const group = rule(i);
        if (group && group.end > i + 1) {
          ({ end, joined } = group);
          break;
        }
      }
    }
    found.push({ words: all.slice(i, end).map((token) => shortened(token.text)), joined: joined.map(shortened) });
    if (end === i + 1 && isEnding(all[end])) end++;
    i = end;
  }
  return found;
}

const shortened = (word) => word.length > longestWord ? [...word].slice(0, longestWord).join('') : word;

// Stems, after the descriptions of the Snowball stemmers for Swedish and English (snowballstem.org).

const without = (word, count) => count ? word.slice(0, -count) : word;

// Where the part begins in which endings are looked for: after the first consonant that follows a vowel.
function region(word, vowelAndMore, from = 0) {
  const found = vowelAndMore.exec(word.slice(from));
  return found ? from + found.index + 2 : word.length;
}

const swedishEnding = /(?:heterna|hetens|arna[s]?|erna[s]?|orna[s]?|andes?|arens?|hete[nr]|anden|andet|ades?|arne|are|aste|ens?|erns?|ern|ar|er|or|as|es|at|het|ast|ad|a|e|s)$/;

const doubled = /(?:dd|gd|nn|dt|gt|kt|tt)$/;
const swedishRegion = (word) => Math.max(3, region(word, /[aeiouyåäö][^aeiouyåäö]/));

function snowball(word) {
  if (word.length < 3) return word;
  const from = swedishRegion(word);
  const cut = (pattern) => pattern.exec(word.slice(from));
  let found = cut(swedishEnding);
  if (found && (found[0] !== 's' || /[bcdfghjklmnoprtvy]s$/.test(word))) word = without(word, found[0].length);
  if (cut(doubled)) word = without(word, 1);
  found = cut(/(?:lig|ig|els|löst|fullt)$/);
  if (found) word = without(word, /t$/.test(found[0]) ? 1 : found[0].length);
  return word;
}

// Words that change within, what their forms end with and what they are stemmed as: see generator/search/swedish.go.
const bent = [
  ['vint minist åld fönst mönst regist klost teat semest orkest syst mäst kalend cylind hind väd läg lag fing feb seg silv pulv sock off papp met fod filt cent numm:num timm:tim säk vack nykt bitt munt serv läck tapp mag dyst', 'er ers ern erns eren erens eret erets', 'r'],
  ['fönst mönst regist klost filt cent met off', 'erna ernas', 'r'],
  ['säk vack nykt bitt munt läck tapp mag dyst', 'ert', 'r'],
  ['vatt teck vap bott sock frök öpp vux', 'en ens', 'n'],
  ['öpp vux', 'et', 'n'],
  ['somm:som', 'ar ars aren arens', 'r'],
  ['gamm:gam himm:him', 'al als alt el els eln elns', 'l'],
  ['morg:morg aft:aft', 'on ons onen onens', 'n'],
  ['böck:bok städ:stad länd:land fött:fot nätt:natt rött:rot stränd:strand sön:son tänd:tand bönd:bond bränd:brand ledamöt:ledamot', 'er ers erna ernas', ''],
  ['händ:hand', 'erna ernas', ''],
  ['ö', 'ar ars arna arnas er ers erna ernas', ''],
  ['bro by sky å', 'ar ars arna arnas', ''],
  ['bro by sky', 'n ns', ''],
  ['utland inland hemland högland fastland grannland band strand', 'en ens et ets', ''],
  ['sm em dm tm km rm nm gm', 'an annen annens än äns ännen ännens', 'an'],
  ['finans:finan balans:balan', '_ en ens er ers erna ernas', 'z'],
  ['dat mot kont', 'or ors orn orns oret orets oren orens orer orers orerna orernas', 'oz'],
  ['appar', 'at ats aten atens ater aters aterna aternas', 'az'],
  ['muse jubile', 'um ums et ets er ers erna ernas en ens', 'z'],
  ['intern extern modern', '_ a e t et ets en ens er ers erna ernas', 'z'],
  ['satt sats', '_ a e s en ens er ers erna ernas', 'z'],
  ['docent procent producent accent satellit elit komet feminist anländ antänd', 'er ers erna ernas', ''],
];
const longestForm = 14;
let forms;
const lasts = new Set(); // what forms end with
const shorter = new Map(); // by what a word is stemmed as: how many letters of that its forms do not have in common

// Gives what each form is stemmed as, also as those write it who have no keys for å ä ö.
function bentForms() {
  const all = new Map();
  const add = (form, stem) => {
    all.set(form, stem);
    lasts.add(form.slice(-2));
    shorter.set(stem, Math.max(shorter.get(stem) ?? 0, stem.length - same(key(form), key(stem))));
  };
  for (const [words, endings, end] of bent) for (const word of words.split(' ')) {
    const [beginning, stem = beginning] = word.split(':');
    for (const ending of endings.split(' ')) {
      const form = beginning + ending.replace('_', ''), plain = key(form);
      add(form, stem + end);
      if (plain !== form && plain.length > 6 && plain[0] === form[0]) add(plain, key(stem + end));
    }
  }
  return all;
}

// How many letters two texts begin alike with.
export function same(a, b) {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

// Calls act for what a word ends with, the longest first, until it gives something.
function ofEnds(word, act) {
  for (let at = Math.max(0, word.length - longestForm); at < word.length; at++) {
    const found = act(word.slice(at), at);
    if (found !== undefined) return found;
  }
  return undefined;
}

function unbent(word) {
  forms ??= bentForms();
  if (!lasts.has(word.slice(-2))) return word; // most end in no such way, and are not looked for
  return ofEnds(word, (end, at) => forms.has(end) ? word.slice(0, at) + forms.get(end) : undefined) ?? word;
}

// What all words with a stem begin with: nyckl is nyckel too, and bok is böcker. English changes up to two letters.
export function common(lang, stem) {
  if (lang === 'en') return without(stem, 2);
  if (lang !== 'sv') return stem;
  forms ??= bentForms();
  return without(stem, ofEnds(stem, (end) => shorter.get(end)) ?? (/[^aeiouyåäö]l$/.test(stem) ? 1 : 0));
}

// Letters that some forms have at their end beside others, what they stand after, and how many letters a word has at least.
const spareLetters = [
  ['t', 'bb dd ff gg ll mm nn pp rr sk ös vis', 4],
  ['d', 'll mm nn', 4],
  ['t', 'v p j', 4],
  ['d', 'v j', 5],
  ['td', 'm', 5],
  ['td', 'l n r', 6],
  ['t', 'i o y å ö', 5],
  ['n', 'i y å ö deo dio rio foto konto ando tru stu', 5],
  ['n', 'jö', 4],
  ['s', 'i y å ö', 6],
  ['r', 'b d f k p t v', 6],
  ['n', 'iv ag ut id ud åll all ugg ur ik yt', 5],
];
const spare = new RegExp(['mm$(?<!(?:[dlhk]a|tu)mm)', ...spareLetters.map(([letters, after, least]) => `^.{${least - 1},}(?<=${after.replaceAll(' ', '|')})[${letters}]$`)].join('|'));

// One stem for those that an ending left apart: cykel and cykl, programm and program, aktiv and aktivt.
function settled(stem) {
  if (stem.length > 5 && /(?:ium|(?:cen|spek)trum)$/.test(stem)) stem = without(stem, 2);
  else if (stem.length > 4 && stem.endsWith('tte')) stem = without(stem, 1);
  if (stem.endsWith('mitt')) stem = without(stem, 1);
  while (spare.test(stem)) stem = without(stem, 1);
  return withoutE(stem);
}

// Without the e that goes where an ending comes: cykel, cykeln, cyklar. Handel is not handlar, and delar keeps its e.
function withoutE(stem) {
  const [, ending] = /.[bdfghjkmnprstvx](eln|el)$/.exec(stem) ?? [];
  if (!ending) return stem;
  const rest = without(stem, ending.length);
  if (rest.endsWith('hand')) return `${rest}el`;
  return /(?:(?<!me|sa|nu)d|(?<!f)f)$/.test(rest) ? stem : `${rest}l`;
}

// Without one of the endings that Snowball leaves: mötet, skolan, bostaden, viktigt, platsen, sektorn.
function withoutEnding(word) {
  const [ending] = /(?:(?<=...)(?<=[bcdfghjklmnprtvy])s|(?<=...b)art|(?<=...)(?:ligt|het|igt|orn|et|an|en|ad|ar|or))$/.exec(word) ?? [];
  if (!ending) return word;
  word = without(word, ending.length);
  return ending !== 's' && doubled.test(word.slice(swedishRegion(word))) ? without(word, 1) : word;
}

// Takes endings until there is none; of a verb (exporterar) the er stays.
function swedish(word) {
  word = unbent(word);
  for (let isVerb = false; !isVerb || !word.endsWith('er');) {
    let shorter = snowball(word);
    if (shorter === word) shorter = withoutEnding(word);
    if (shorter === word) break;
    isVerb = 'ao'.includes(word[shorter.length]);
    word = shorter;
  }
  return settled(word);
}

const asTheyAre = {
  skis: 'ski', skies: 'sky', dying: 'die', lying: 'lie', tying: 'tie', idly: 'idl', gently: 'gentl', ugly: 'ugli', early: 'earli',
  only: 'onli', singly: 'singl', sky: 'sky', news: 'news', howe: 'howe', atlas: 'atlas', cosmos: 'cosmos', bias: 'bias', andes: 'andes',
};
const ends2 = {
  tional: 'tion', enci: 'ence', anci: 'ance', abli: 'able', entli: 'ent', izer: 'ize', ization: 'ize', ational: 'ate', ation: 'ate', ator: 'ate',
  alism: 'al', aliti: 'al', alli: 'al', fulness: 'ful', ousli: 'ous', ousness: 'ous', iveness: 'ive', iviti: 'ive', biliti: 'ble', bli: 'ble',
  ogi: 'og', fulli: 'ful', lessli: 'less', li: '',
};
const ends3 = { tional: 'tion', ational: 'ate', alize: 'al', icate: 'ic', iciti: 'ic', ical: 'ic', ful: '', ness: '', ative: '' };
const ends4 = /(?:ement|ance|ence|able|ible|ment|ant|ent|ism|ate|iti|ous|ive|ize|ion|al|er|ic)$/;
const endOf = (ends) => new RegExp(`(?:${Object.keys(ends).sort((a, b) => b.length - a.length).join('|')})$`);
const pattern2 = endOf(ends2), pattern3 = endOf(ends3);
const isShortEnd = (word) => /(?:[^aeiouy][aeiouy][^aeiouywxY]|^[aeiouy][^aeiouy])$/.test(word);

function english(word) {
  if (Object.hasOwn(asTheyAre, word)) return asTheyAre[word];
  if (word.length < 3) return word;
  word = word.replace(/^y|(?<=[aeiouy])y/g, 'Y');
  const special = /^(?:gener|commun|arsen)/.exec(word);
  const r1 = special ? special[0].length : region(word, /[aeiouy][^aeiouy]/);
  const r2 = region(word, /[aeiouy][^aeiouy]/, r1);
  const isIn = (start, ending) => word.length - ending.length >= start;

  if (/sses$/.test(word)) word = without(word, 2);
  else if (/ie[ds]$/.test(word)) word = without(word, word.length > 4 ? 2 : 1);
  else if (/[aeiouy].+s$/.test(word) && !/[us]s$/.test(word)) word = without(word, 1);
  if (/^(?:(?:inn|out|cann|herr|earr)ing|(?:proc|exc|succ)eed)$/.test(word)) return word;

  let found = /(?:eedly|eed)$/.exec(word);
  if (found) {
    if (isIn(r1, found[0])) word = without(word, found[0].length) + 'ee';
  } else if ((found = /(?:ingly|edly|ing|ed)$/.exec(word)) && /[aeiouy]/.test(without(word, found[0].length))) {
    word = without(word, found[0].length);
    if (/(?:at|bl|iz)$/.test(word)) word += 'e';
    else if (/(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(word)) word = without(word, 1);
    else if (isShortEnd(word) && r1 >= word.length) word += 'e';
  }
  if (/.[^aeiouy][yY]$/.test(word)) word = `${without(word, 1)}i`;

  found = pattern2.exec(word);
  if (found && isIn(r1, found[0])) {
    const stem = without(word, found[0].length);
    if ((found[0] !== 'ogi' || /l$/.test(stem)) && (found[0] !== 'li' || /[cdeghkmnrt]$/.test(stem))) word = stem + ends2[found[0]];
  }
  found = pattern3.exec(word);
  if (found && isIn(r1, found[0]) && (found[0] !== 'ative' || isIn(r2, found[0]))) word = without(word, found[0].length) + ends3[found[0]];
  found = ends4.exec(word);
  if (found && isIn(r2, found[0]) && (found[0] !== 'ion' || /[st]ion$/.test(word))) word = without(word, found[0].length);

  if (/e$/.test(word) && (isIn(r2, 'e') || isIn(r1, 'e') && !isShortEnd(without(word, 1)))) word = without(word, 1);
  else if (/ll$/.test(word) && isIn(r2, 'l')) word = without(word, 1);
  return word.replace(/Y/g, 'y');
}

const stemmers = { sv: swedish, en: english };

// What the forms of a word have in common.
export const stem = (lang, word) => stemmers[lang]?.(word) ?? word;

// Forms that no stem has in common, a word a line. Verbs may have something before them: avbröt, föreslog.
const families = {
  sv: `ny nya nye nytt nyare nyast
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
mus musen möss mössen`,
  en: `child children
man men
woman women
person persons people
foot feet
good better best
bad worse worst`,
};
const verbs = {
  sv: `ge ger gav gavs ges gett getts givit givits given givet givna
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
söka söker sökte söktes söks sökt sökts sökta`,
  en: `buy buys bought buying
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
know knows knew known`,
};
const before = {
  sv: 'an av be bi bort efter er fast fort fram från för före genom god i igen in kvar med mot ned ner om på sam samman sönder till tillbaka tillhanda under upp ur ut vidare åter över',
  en: 're over under out',
};

const linesOf = (text = '') => new Map(text.split('\n').flatMap((line) => line.split(' ').map((form) => [form, line.split(' ')])));
const listed = once((lang) => ({ own: linesOf(families[lang]), verbs: linesOf(verbs[lang]), before: (before[lang] ?? '').split(' ') }));

// The forms of a word, itself too; none of a word whose forms have a stem.
export function formsOf(lang, word) {
  const { own, verbs, before } = listed(lang);
  if (own.has(word) || verbs.has(word)) return own.get(word) ?? verbs.get(word);
  for (const prefix of before) {
    const forms = word.startsWith(prefix) && verbs.get(word.slice(prefix.length));
    if (forms) return forms.map((form) => prefix + form);
  }
  return [];
}

// Words that nobody asks for alone: what has the others of a query is found without them.
const small = {
  sv: 'alla allt andra att av blir bli de dem den denna deras det detta dig din dina ditt du där efter ej eller en ett finns från för ha hade han har hon hos hur i inte inom jag kan ni nu när någon något några och om oss på sig sin sina sitt ska skulle som så till under upp ut vad var vara varför vem vi vid vilka vilken vilket vill vår våra vårt är',
  en: 'a about an and any are as at be been by can do does for from had has have he her his how i in into is it its not of on or our she than that the their them there these they this those to was we were what when where which who why will with you your',
};
const smallOf = once((lang) => new Set(small[lang]?.split(' ')));
export const isSmall = (lang, word) => smallOf(lang).has(word);

// Makes something for a language when it is first asked for.
function once(make) {
  const made = new Map();
  return (lang) => made.get(lang) ?? made.set(lang, make(lang)).get(lang);
}

const letters = 'abcdefghijklmnopqrstuvwxyz';

// Tells whether a text may begin as a word with one letter wrong, before much time is taken to see whether it does.
export function mayBeginAs(text, word) {
  const at = same(word, text), rest = word.slice(at + 1);
  return text.startsWith(rest, at + 1) || text.startsWith(rest, at) || text.startsWith(word.slice(at), at + 1)
    || text.startsWith(word.slice(at + 2), at + 2) && text[at] === word[at + 1] && text[at + 1] === word[at];
}

// What a word would be with one letter of its second half wrong, missing, too many or in the place of its neighbour.
export function* candidates(word) {
  for (let i = Math.floor((word.length - 1) / 2); i <= word.length; i++) {
    const before = word.slice(0, i), after = word.slice(i + 1);
    yield before + after;
    if (i + 1 < word.length) yield before + word[i + 1] + word[i] + word.slice(i + 2);
    for (const letter of letters) {
      yield before + letter + after;
      yield before + letter + word.slice(i);
    }
  }
}

// Tells whether two words differ in one letter, or in two neighbours that changed places.
export function isOneApart(a, b) {
  if (Math.abs(a.length - b.length) > 1) return false;
  let from = 0, end = 0;
  while (from < a.length && a[from] === b[from]) from++;
  while (end < Math.min(a.length, b.length) - from && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const left = a.slice(from, a.length - end), right = b.slice(from, b.length - end);
  return left.length < 2 && right.length < 2 || left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
