// Starts the editor with the configuration that the site was built with. What is registered with it must be there by
// then: scripts that add to it are modules of their own, before this one in the list.
import CMS from './cms/npm/index.js';
import { settingsFormat, textFormat, withoutCopies } from './files.js';

const load = async (name) => (await fetch(name)).json();
const [config, names] = await Promise.all([load('config.json'), load('names.json')]);

for (const { format, fields, files = [] } of config.collections) {
  if (format) {
    CMS.registerCustomFormat(format, 'md', textFormat(fields, names));
  }
  for (const file of files) {
    CMS.registerCustomFormat(file.format, 'yaml', settingsFormat(file.fields, names));
  }
}
CMS.registerEventListener({
  name: 'preSave',
  handler: ({ entry }) => withoutCopies(entry, config.collections.find(({ name }) => name === entry.get('collection'))?.fields ?? []),
});
document.querySelector('main').remove();
CMS.init({ config: { ...config, load_config_file: false } });
