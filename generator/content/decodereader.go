package content

import (
	"slices"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/limits"
	"alingsas.se/dialog/generator/locale"
	"go.yaml.in/yaml/v4"
)

// A reader is how a value is read, and what it is to whoever writes it. Both stand on one line, so what the
// reference of keys says is what the decoder takes.
type reader[V any] struct {
	value  Value
	keys   func() []Key // of a group
	decode func(*decoder, *yaml.Node) V
}

// as makes a reader of a value that is neither a list nor a group.
func as[V any](input Input, decode func(*decoder, *yaml.Node) V) reader[V] {
	return reader[V]{value: Value{Input: input}, decode: decode}
}

// The readers of single values and of lists of texts.
var (
	asText       = as(TextInput, (*decoder).oneLine)
	asLongText   = as(LongTextInput, (*decoder).block)
	asDate       = as(DateInput, (*decoder).date)
	asFlag       = as(FlagInput, (*decoder).flag)
	asWebAddress = as(AddressInput, (*decoder).webURL)
	asBaseURL    = as(AddressInput, (*decoder).baseURL)
	asContactURI = as(AddressInput, (*decoder).contactURI).like("^(mailto:|https:)")
	asEmail      = as(EmailInput, (*decoder).email)
	asPhone      = as(PhoneInput, (*decoder).phone)
	asSlug       = as(TextInput, (*decoder).slug).like("^[a-z0-9]+(-[a-z0-9]+)*$")
	asZone       = as(TextInput, (*decoder).zone)
	asCountry    = as(TextInput, (*decoder).country).like("^[A-Z]{2}$")

	asWords    = as(TextInput, (*decoder).words).inLanguages()
	asMarkdown = as(LongTextInput, (*decoder).proses).inLanguages()

	asTexts     = as(TextInput, (*decoder).texts).many()
	asAliases   = as(TextInput, (*decoder).aliases).many().like("^/")
	asLanguages = as(ChoiceInput, (*decoder).languages).many().of(locale.Languages()...)
	asCodes     = as(ChoiceInput, (*decoder).codes).many().of(silenceable()...)

	asNumber    = whole(nil, nil)
	asCount     = whole(new(1), nil) // what nobody looked at has no findings
	asFindings  = whole(new(0), nil)
	asPageSize  = whole(new(1), new(limits.PageSize))
	asLatitude  = degrees(90)
	asLongitude = degrees(180)
)

func (r reader[V]) like(pattern string) reader[V] {
	r.value.Pattern = pattern
	return r
}

func (r reader[V]) inLanguages() reader[V] {
	r.value.InLanguages = true
	return r
}

func (r reader[V]) many() reader[V] {
	r.value.IsList, r.value.MaxItems = true, limits.List
	return r
}

func (r reader[V]) of(choices ...string) reader[V] {
	r.value.Choices = choices
	return r
}

// from says which folder has the items that ids name.
func (r reader[V]) from(k kind) reader[V] {
	r.value.Folder = string(k)
	return r
}

func asRef(k kind) reader[Ref] { return as(ReferenceInput, (*decoder).ref).from(k) }

func asRefs(k kind) reader[[]Ref] { return as(ReferenceInput, (*decoder).refs).many().from(k) }

// choice reads one of some words.
func choice[V ~string](choices ...V) reader[V] {
	allowed := make([]string, len(choices))
	for i, c := range choices {
		allowed[i] = string(c)
	}
	return as(ChoiceInput, func(d *decoder, n *yaml.Node) V { return V(d.choice(n, allowed)) }).of(allowed...)
}

// list reads a sequence, item by item.
func list[V any](item reader[V]) reader[[]V] {
	r := reader[[]V]{value: item.value, keys: item.keys, decode: func(d *decoder, n *yaml.Node) []V {
		return items(d, n, item.decode)
	}}
	return r.many()
}

// pointer reads what may be absent.
func pointer[V any](r reader[V]) reader[*V] {
	return reader[*V]{value: r.value, keys: r.keys, decode: func(d *decoder, n *yaml.Node) *V {
		v := r.decode(d, n)
		return &v
	}}
}

// group reads a mapping by its table of fields.
func group[T any](fields []field[T]) reader[T] {
	return groupBy(fields, func(d *decoder, n *yaml.Node) T {
		var v T
		decodeMap(d, n, &v, fields)
		return v
	})
}

// groupBy reads a mapping by its table of fields with a function that looks at the whole, too.
func groupBy[T, V any](fields []field[T], decode func(*decoder, *yaml.Node) V) reader[V] {
	r := as(GroupInput, decode)
	r.keys = func() []Key { return describe(fields) }
	return r
}

// orText says that a text alone stands for the key of a group.
func (r reader[V]) orText(key string) reader[V] {
	r.value.TextFor = key
	return r
}

// whole reads a whole number within bounds; nil is none.
func whole(least, most *int) reader[int] {
	r := as(NumberInput, func(d *decoder, n *yaml.Node) int { return d.whole(n, least, most) })
	r.value.Min, r.value.Max = least, most
	return r
}

// degrees reads a coordinate.
func degrees(most int) reader[*float64] {
	r := as(DegreesInput, func(d *decoder, n *yaml.Node) *float64 { return d.coordinate(n, float64(most)) })
	r.value.Min, r.value.Max = new(-most), new(most)
	return r
}

// silenceable are the codes that `ignore` takes. An error cannot be silenced: what is wrong would be published.
func silenceable() []string {
	var codes []string
	for _, c := range diag.Codes() {
		if c.Severity() != diag.Error {
			codes = append(codes, string(c))
		}
	}
	slices.Sort(codes)
	return codes
}
