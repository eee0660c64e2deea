/** An editor gives a photo to MediaWiki: a form that is sent later. */
import { missingOf } from '../support/needs';
import { EDITOR, MEDIAWIKI, MediaWiki } from './mediawiki';
import { PHP, phpHas } from './php';
import { reach, type Hands } from './whole-system';
import { tellOf } from './whole-system-stories';

/** Once the page shows the photo. */
async function send(hands: Hands): Promise<void> {
  await hands.waitForSelector('#mw-upload-thumbnail');
  await reach(hands, '[name=wpUpload]');
}

tellOf({
  name: 'MediaWiki',
  start: (folder) => MediaWiki.start(folder),
  paths: ['/index.php', '/load.php', '/api.php', '/resources', '/skins'],
  login: {
    page: 'index.php?title=Special:UserLogin', fields: { '#wpName1': EDITOR.name, '#wpPassword1': EDITOR.password },
    done: '#pt-logout',
  },
  ways: [{
    name: 'pick, sent later', page: 'index.php?title=Special:Upload', photo: 'children-laughing.jpg', layer: 'window',
    opener: '#wpUploadFile', after: send, taken: '.fullImageLink',
  }],
}, missingOf({ mediawiki: MEDIAWIKI, 'php-cli': PHP, 'php-sqlite3': phpHas('pdo_sqlite') }));
