/* eslint-disable max-len */
/** Public half of the key that fixes the extension's Chromium id; the private half was not kept. */
export const CHROMIUM_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAwu8MqqBgR9FCfbBcy0WK1NXm99z3AU/XwwQxXlCyq7QzDrKrJpOw2JHbcWZ1weU9ZyEmBxzK8dSvOt4dWxBuQzD/VLr3J/WNvr1HAih3JS1BzMKvGgW9B9p9aNuUXJmGd8IN8V5yyhEpCEL46BpCUgn/tADq/WKK1Lf1Ck6a2OF4sQeEOK4LC/rFyrw9OmYYUP/oNesxpLk4hO9++KbGV0isI3SWiWnprAylLnz2wz5u4l/omppECYKu+449YXnKLd/g9aILyRx2FWXFgsTgJdfyU2hDjVIve06/9h0YrUAfUiwTz4l3Vak5168RkYVpdc6TSlcx+fuf9EzqGdtJjwIDAQAB';
export const CHROMIUM_ID = 'ajkdkngnfldfpcfpbeadlpnnplakfpgc';
/** Fixes the add-on's id in Firefox; its origin stays random per installation. */
export const FIREFOX_ID = 'pauza@pauza.invalid';
