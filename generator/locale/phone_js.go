package locale

import "fmt"

// ParsePhone reads a number as it is written in Sweden; of those of other countries only the shape is looked at.
func ParsePhone(text, region string) (Phone, error) {
	if region != swedish.region {
		return unknownRegion(text)
	}
	return parsePlainPhone(text, swedish)
}

// unknownRegion takes whatever can be dialled.
func unknownRegion(text string) (Phone, error) {
	_, number, _ := cutSwitchboard(text)
	digits, err := dialled(number)
	if err != nil {
		return Phone{}, fmt.Errorf("telephone number %q: %w", text, err)
	}
	return Phone{Text: text, Number: digits}, nil
}
