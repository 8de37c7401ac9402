package formats

// The types of the Type fields. Each is empty and is written as the name that schema.org has for
// the node, so that a node says what it is however it was made.
type (
	newsArticleType       struct{}
	correctionCommentType struct{}
	eventType             struct{}
	audienceType          struct{}
	personType            struct{}
	organizationType      struct{}
	associationType       struct{}
	contactPointType      struct{}
	placeType             struct{}
	virtualLocationType   struct{}
	postalAddressType     struct{}
	geoCoordinatesType    struct{}
	webSiteType           struct{}
	breadcrumbListType    struct{}
	listItemType          struct{}
)

func (newsArticleType) MarshalJSON() ([]byte, error)       { return []byte(`"NewsArticle"`), nil }
func (correctionCommentType) MarshalJSON() ([]byte, error) { return []byte(`"CorrectionComment"`), nil }
func (eventType) MarshalJSON() ([]byte, error)             { return []byte(`"Event"`), nil }
func (audienceType) MarshalJSON() ([]byte, error)          { return []byte(`"Audience"`), nil }
func (personType) MarshalJSON() ([]byte, error)            { return []byte(`"Person"`), nil }
func (organizationType) MarshalJSON() ([]byte, error)      { return []byte(`"GovernmentOrganization"`), nil }
func (associationType) MarshalJSON() ([]byte, error)       { return []byte(`"Organization"`), nil }
func (contactPointType) MarshalJSON() ([]byte, error)      { return []byte(`"ContactPoint"`), nil }
func (placeType) MarshalJSON() ([]byte, error)             { return []byte(`"Place"`), nil }
func (virtualLocationType) MarshalJSON() ([]byte, error)   { return []byte(`"VirtualLocation"`), nil }
func (postalAddressType) MarshalJSON() ([]byte, error)     { return []byte(`"PostalAddress"`), nil }
func (geoCoordinatesType) MarshalJSON() ([]byte, error)    { return []byte(`"GeoCoordinates"`), nil }
func (webSiteType) MarshalJSON() ([]byte, error)           { return []byte(`"WebSite"`), nil }
func (breadcrumbListType) MarshalJSON() ([]byte, error)    { return []byte(`"BreadcrumbList"`), nil }
func (listItemType) MarshalJSON() ([]byte, error)          { return []byte(`"ListItem"`), nil }
