// Starts the editor with the configuration that the site was built with. What is registered with it must be there by
// then: scripts that add to it are modules of their own, before this one in the list.
import CMS from './cms/npm/index.js';

const answer = await fetch('config.json');
const config = await answer.json();
document.querySelector('main').remove();
CMS.init({ config: { ...config, load_config_file: false } });
