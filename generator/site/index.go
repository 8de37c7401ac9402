package site

// An index finds the items of one kind by edition and id. An id that is known but not shown has
// its state in withheld.
type index[T any] struct {
	shown    map[string]map[string]*T // language, id
	withheld map[string]target        // id
}

func newIndex[T any]() index[T] {
	return index[T]{shown: map[string]map[string]*T{}, withheld: map[string]target{}}
}

func (x index[T]) add(lang, id string, item *T) {
	if x.shown[lang] == nil {
		x.shown[lang] = map[string]*T{}
	}
	x.shown[lang][id] = item
}

// find gives the item in the first of the languages that has it.
func (x index[T]) find(id string, langs ...string) *T {
	for _, lang := range langs {
		if item := x.shown[lang][id]; item != nil {
			return item
		}
	}
	return nil
}
