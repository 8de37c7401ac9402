package ledger

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"
)

// Sources are the folders that a site is made of, and say which commit their files come from.
type Sources struct{ ask func() []sourceFolder }

// A Source is one of them.
type Source struct {
	Dir   string
	Label string // how messages name it
	Name  string // what it is called in the project
}

// NewSources asks git when the first answer is needed, for that takes its time. hosted is the commit that the host
// is known to build, which counts even where there is no git; "" elsewhere. refused is told, once, what git says
// where it does not answer: no git and no repository are as good as any, but a git that refuses leaves a gap that
// shows years later.
func NewSources(folders []Source, hosted string, refused func(reason string)) Sources {
	if !IsRevision(hosted) {
		hosted = ""
	}
	return Sources{sync.OnceValue(func() []sourceFolder {
		var all []sourceFolder
		for _, s := range folders {
			f := sourceFolder{label: s.Label, path: s.Name + "/", revision: hosted}
			if err := f.ask(s.Dir); err != nil && len(all) == 0 {
				reason, _, _ := strings.Cut(err.Error(), "\n")
				refused(reason)
			}
			all = append(all, f)
		}
		// A folder that lies in another comes before it.
		slices.SortFunc(all, func(a, b sourceFolder) int { return len(b.label) - len(a.label) })
		return all
	})}
}

// of gives a file, named as in messages: as the repository names it, its commit, and whether it is another
// text than that commit has.
func (s Sources) of(file string) (name, revision string, isUncommitted bool) {
	for _, f := range s.ask() {
		if rest, found := strings.CutPrefix(file, f.label+"/"); found {
			return f.path + rest, f.revision, f.changed[rest] || f.isUnsure
		}
	}
	return path.Base(file), "", false
}

// A sourceFolder is what git says of a folder.
type sourceFolder struct {
	label    string
	path     string          // with a slash at its end: in the repository, or in the project where there is none
	revision string          // "" without git
	changed  map[string]bool // files that are not as the revision has them
	isUnsure bool            // git could not tell which these are: then all may be
}

// IsRevision tells whether a text is the hash of a commit.
func IsRevision(text string) bool { return revision.MatchString(text) }

var revision = regexp.MustCompile(`^[0-9a-f]{40}([0-9a-f]{24})?$`)

// ask asks git about a folder. The error is git's refusal.
func (f *sourceFolder) ask(dir string) error {
	told, err := git(dir, "rev-parse", "--show-prefix", "HEAD")
	if errors.Is(err, exec.ErrNotFound) || err != nil && strings.Contains(err.Error(), "not a git repository") {
		return nil
	}
	prefix, head, _ := strings.Cut(strings.TrimSuffix(string(told), "\n"), "\n")
	if err != nil || !IsRevision(head) {
		return err // for example of a repository that belongs to another user, or has no commit yet
	}
	f.path = prefix
	if f.revision == "" {
		f.revision = head
	}
	f.changed = map[string]bool{}
	for _, args := range [][]string{{"diff", "--name-only", "--no-renames", "--relative", "-z", f.revision, "--", "."}, {"ls-files", "--others", "-z", "--", "."}} {
		names, err := git(dir, args...)
		f.isUnsure = f.isUnsure || err != nil
		for name := range strings.SplitSeq(string(names), "\x00") {
			f.changed[name] = true
		}
	}
	return nil
}

// SourceText gives what a file of a repository says at a revision; dir lies in the repository.
func SourceText(dir, revision, file string) ([]byte, error) {
	return git(dir, "cat-file", "blob", revision+":"+file)
}

// git runs git in a folder. What a hook of another repository has set does not count there, and nothing is written.
// The error holds what git says of it.
func git(dir string, args ...string) ([]byte, error) {
	command := exec.Command("git", append([]string{"-C", dir}, args...)...)
	command.Env = slices.DeleteFunc(os.Environ(), func(v string) bool {
		name, _, _ := strings.Cut(v, "=")
		return slices.Contains([]string{"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_OBJECT_DIRECTORY"}, name)
	})
	command.Env = append(command.Env, "GIT_OPTIONAL_LOCKS=0", "LC_ALL=C")
	var out, said bytes.Buffer
	command.Stdout, command.Stderr = &out, &said
	if err := command.Run(); err != nil {
		return nil, fmt.Errorf("%s: %w", strings.TrimSpace(said.String()), err)
	}
	return out.Bytes(), nil
}
