/** A person gives a photo to further front ends; their packages have a lock file of their own. */
import { resolve } from 'node:path';
import { chromiumPath } from '../support/chromium';
import { inChromium } from '../support/chromium-person';
import { setDesktop } from '../support/desktop';
import { firefoxPath } from '../support/firefox';
import { atScreen, describeAtScreen, inFirefox } from '../support/firefox-person';
import { tellOf } from '../support/front-end-stories';
import { own, window, type FrontEnd } from '../support/front-ends';
import { describeWith } from '../support/needs';

const PAGES = resolve(import.meta.dirname, '../../front-ends/nightly');

const FRONT_ENDS: readonly FrontEnd[] = [
  { name: 'Fine Uploader', page: 'fine-uploader', picker: '#pick', zone: '#zone', ...window },
  { name: 'Quill', page: 'quill', picker: '.ql-image', zone: '.ql-editor', editor: '.ql-editor', ...own },
  { name: 'TinyMCE', page: 'tinymce', zone: 'iframe', editor: 'iframe', ...window },
  { name: 'Ant Design', page: 'antd', picker: '.ant-upload-btn', zone: '.ant-upload-drag', ...own },
  { name: 'Element Plus', page: 'element-plus', picker: '.el-upload', zone: '.el-upload-dragger', ...own },
  { name: 'PrimeReact', page: 'primereact', picker: '.p-fileupload-choose', zone: '.p-fileupload-content', ...own },
  { name: 'Compressor.js', page: 'compressor', picker: 'input', ...window, redraws: true },
  { name: 'browser-image-compression, in a worker', page: 'image-compression', picker: 'input', ...window, redraws: true },
  {
    name: 'browser-fs-access', page: 'fs-access', handlePicker: 'button', layer: 'page world',
    redraws: true, // the photo that stands in is another file
  },
];

const KIND = 'Further front ends';

describeWith('Chromium', chromiumPath, 'chrome-mv3')('Chromium', () => { tellOf(inChromium, FRONT_ENDS, PAGES, KIND); });
describeWith('Firefox', firefoxPath, 'firefox-mv3')('Firefox', () => { tellOf(inFirefox, FRONT_ENDS, PAGES, KIND); });
describeAtScreen()('Firefox on a desktop', () => { tellOf(atScreen(setDesktop()), FRONT_ENDS, PAGES, KIND); });
