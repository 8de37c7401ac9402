package main

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
)

// Revisions say which commit the files of a job come from.
type revisions []sourceFolder

// A sourceFolder is one of the folders of a job.
type sourceFolder struct {
	label    string          // how messages name it
	path     string          // with a slash at its end: in the repository, or in the project where there is none
	revision string          // "" without git
	changed  map[string]bool // files that are not as the revision has them
	isUnsure bool            // git could not tell which these are: then all may be
}

// of gives a file, named as in messages: as the repository names it, its commit, and whether it is another
// text than that commit has.
func (r revisions) of(file string) (name, revision string, isUncommitted bool) {
	for _, f := range r {
		if rest, found := strings.CutPrefix(file, f.label+"/"); found {
			return f.path + rest, f.revision, f.changed[rest] || f.isUnsure
		}
	}
	return path.Base(file), "", false
}

var isRevision = regexp.MustCompile(`^[0-9a-f]{40}([0-9a-f]{24})?$`).MatchString

// revisions asks git, and on Netlify the host: there the commit is known even where there is no git.
func (j job) revisions(env environment) revisions {
	hosted := ""
	if ref := env.getenv("COMMIT_REF"); env.getenv("NETLIFY") == "true" && isRevision(ref) {
		hosted = ref
	}
	var all revisions
	for _, folder := range [][2]string{{"content", j.content}, {"templates", j.templates}, {"static", j.static}} {
		f := sourceFolder{label: label(folder[1]), path: folder[0] + "/", revision: hosted}
		// No git and no repository are as good as any; a git that refuses to answer leaves a gap that shows years later.
		if err := f.ask(folder[1]); err != nil && len(all) == 0 {
			reason, _, _ := strings.Cut(err.Error(), "\n")
			fmt.Fprintln(env.stderr, "generator: git:", reason)
		}
		all = append(all, f)
	}
	// A folder that lies in another comes before it.
	slices.SortFunc(all, func(a, b sourceFolder) int { return len(b.label) - len(a.label) })
	return all
}

// ask asks git about a folder. The error is git's refusal.
func (f *sourceFolder) ask(dir string) error {
	told, err := git(dir, "rev-parse", "--show-prefix", "HEAD")
	if errors.Is(err, exec.ErrNotFound) || err != nil && strings.Contains(err.Error(), "not a git repository") {
		return nil
	}
	prefix, head, _ := strings.Cut(strings.TrimSuffix(string(told), "\n"), "\n")
	if err != nil || !isRevision(head) {
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
