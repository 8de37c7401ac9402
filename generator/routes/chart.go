package routes

// A chart is a table of counts with a bar beside each: one looks at it, or reads it.
type chart struct {
	Caption string
	Head    string // over the names
	Bars    []bar
	Class   string // says how much room the many bars need; "" where they are few
}

// A bar is a row of a chart.
type bar struct {
	Name, URL string
	Count     int
	Percent   int // of the highest count
	Current   bool
}

// longChart is how many bars stand under each other above a list on a phone. More of them take two columns.
const longChart = 6

func newChart(caption, head, class string, bars []bar) *chart {
	highest := 1
	for _, b := range bars {
		highest = max(highest, b.Count)
	}
	for i := range bars {
		bars[i].Percent = max(1, 100*bars[i].Count/highest)
	}
	if len(bars) <= longChart {
		class = ""
	}
	return &chart{Caption: caption, Head: head, Bars: bars, Class: class}
}

func (e *edition) chartOfYears(all []year, current string) *chart {
	bars := make([]bar, len(all))
	for i, y := range all {
		bars[i] = bar{Name: y.name, URL: y.url, Count: len(y.releases), Current: y.url == current}
	}
	return newChart(e.Words.Text("archive.per-year"), e.Words.Text("archive.year"), "chart-years", bars)
}

// chartOfMonths goes through a year as it went: from its first month to its last.
func (e *edition) chartOfMonths(y year, current string) *chart {
	bars := make([]bar, len(y.months))
	for i, m := range y.months {
		name := e.Lang.Month(m.releases[0].Date.Time)
		bars[len(bars)-1-i] = bar{Name: name, URL: m.url, Count: len(m.releases), Current: m.url == current}
	}
	return newChart(e.Words.Text("archive.per-month", "year", y.name), e.Words.Text("archive.month"), "chart-months", bars)
}
