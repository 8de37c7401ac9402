package content

import (
	"bytes"
	"io/fs"
	"slices"

	"go.yaml.in/yaml/v4"
)

// SettingsFiles are those that are read beside the items, by name in the content folder.
var SettingsFiles = []string{settingsFile, statementFile, TestRecordFile}

// PublicSettings gives one of these without remarks, and without the names of contacts that are not shown: what it says
// besides stands on pages.
func (s *Set) PublicSettings(name string, isShown func(folder, id string) bool) (string, error) {
	data, err := fs.ReadFile(s.FS, name)
	if err != nil {
		return "", err
	}
	var root yaml.Node
	if err := yaml.Unmarshal(bytes.TrimPrefix(data, []byte("\uFEFF")), &root); err != nil {
		return "", err
	}
	withoutRemarks(&root)
	if len(root.Content) > 0 {
		keepShown(root.Content[0], "press_contacts", isShown)
	}
	plain, err := yaml.Marshal(&root)
	return string(plain), err
}

func withoutRemarks(n *yaml.Node) {
	n.HeadComment, n.LineComment, n.FootComment = "", "", ""
	for _, child := range n.Content {
		withoutRemarks(child)
	}
}

// keepShown leaves in a list of contacts those that are shown.
func keepShown(root *yaml.Node, key string, isShown func(folder, id string) bool) {
	for i := 0; i+1 < len(root.Content); i += 2 {
		if list := root.Content[i+1]; root.Content[i].Value == key {
			list.Content = slices.DeleteFunc(list.Content, func(n *yaml.Node) bool { return !isShown(string(contactKind), n.Value) })
		}
	}
}
