/** An editor gives a photo to Wagtail's multiple upload. */
import { EDITOR, Wagtail } from './wagtail';
import { tellOf } from './whole-system-stories';

/** With a photo each way: what Wagtail has already, it does not take again without a question. */
const upload = { page: 'admin/images/multiple/add/', layer: 'window', taken: '.upload-success' };

tellOf({
  name: 'Wagtail',
  start: (folder) => Wagtail.start(folder),
  paths: ['/admin', '/static', '/media', '/jsi18n'],
  login: {
    page: 'admin/',
    fields: { '[name=username]': EDITOR.name, '[name=password]': EDITOR.password },
    done: '.w-dashboard',
  },
  ways: [
    { ...upload, name: 'pick', photo: 'children-laughing.jpg', opener: '.replace-file-input' },
    { ...upload, name: 'drop', photo: 'mother-daughter.jpg', target: '.drop-zone' },
  ],
});
