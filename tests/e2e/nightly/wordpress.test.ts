/** An author gives a photo to WordPress: in the editor of blocks, and on the page for media. */
import { missingOf } from '../support/needs';
import { MARIADB } from './mariadb';
import { PHP, phpHas } from './php';
import { reach, type Hands } from './whole-system';
import { tellOf } from './whole-system-stories';
import { AUTHOR, WORDPRESS, WordPress } from './wordpress';

const photo = 'children-laughing.jpg';
const editor = { page: 'wp-admin/post-new.php', photo, taken: '.wp-block-image img[src*="/wp-content/uploads/"]' };
const media = { page: 'wp-admin/media-new.php', photo, taken: '#media-items .media-item .pinkynail' };
/** Where an image block takes a photo. */
const BLOCK = '.block-editor-media-placeholder';

/** As a person does by the keyboard. */
async function addImageBlock(hands: Hands): Promise<void> {
  await reach(hands, '.block-editor-default-block-appender__content');
  await hands.keyboard.type('/image');
  await hands.waitForSelector('.components-autocomplete__result.is-selected');
  await hands.keyboard.press('Enter');
  await hands.waitForSelector(BLOCK);
}

tellOf({
  name: 'WordPress',
  start: (folder) => WordPress.start(folder),
  paths: ['/wp-login.php', '/wp-admin', '/wp-includes', '/wp-content', '/index.php'],
  login: {
    page: 'wp-login.php',
    fields: { '#user_login': AUTHOR.name, '#user_pass': AUTHOR.password },
    done: '#wpadminbar',
  },
  ways: [
    {
      ...editor, name: 'pick in an image block', layer: 'window, own picker', before: addImageBlock,
      opener: `${BLOCK}__upload-button`,
    },
    { ...editor, name: 'drop on an image block', layer: 'window', before: addImageBlock, target: BLOCK },
    { ...editor, name: 'drop into the editor', layer: 'window', target: '.block-editor-default-block-appender' },
    { ...media, name: 'pick on the page for media', layer: 'window, own picker', opener: '#plupload-browse-button' },
    { ...media, name: 'drop on the page for media', layer: 'window', target: '#drag-drop-area' },
  ],
}, missingOf({ wordpress: WORDPRESS, 'mariadb-server-core': MARIADB, 'php-cli': PHP, 'php-mysql': phpHas('mysqli') }));
