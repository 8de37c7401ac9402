package locale

// Number writes a number in the language's groups of thousands: "40 000" with no-break spaces in
// Swedish, "40,000" in English.
func (l *Language) Number(n int) string {
	return l.cldr.FmtNumber(float64(n), 0)
}

// Bytes writes the size of a file in decimal units, a no-break space before the unit: "240 kB",
// "1,4 MB". From a million bytes on there is one decimal. A file that is not empty has at least 1 kB.
func (l *Language) Bytes(n int64) string {
	const kilo, mega, giga = 1e3, 1e6, 1e9
	size := float64(n)
	switch { // each limit is where the smaller unit would be rounded up to 1000
	case n > 0 && n < kilo:
		return l.unit(1, 0, 0)
	case size < 999.5*kilo:
		return l.unit(size/kilo, 0, 0)
	case size < 999.95*mega:
		return l.unit(size/mega, 1, 1)
	}
	return l.unit(size/giga, 1, 2)
}

func (l *Language) unit(size float64, decimals uint64, power int) string {
	return l.cldr.FmtNumber(size, decimals) + noBreak + l.units[power]
}
