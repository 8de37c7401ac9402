package locale

import "slices"

// Months gives the names of the months as they stand in a date.
func (l *Language) Months() []string { return slices.Clone(l.cldr.MonthsWide()) }
