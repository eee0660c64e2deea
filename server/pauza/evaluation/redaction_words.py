"""The words of docs/redaction.md; its figures come from the run."""

from __future__ import annotations

PREAMBLE = """# What a cover does, and the proof

A covered face can't be got back from the file: nothing of it went in.
The rest of the photo stays as beautiful as it was, and nothing is hidden in the file.
Clothes, friends and the place can still tell people who it is.

This page is written by `make evaluate-redaction` on the shared photos of the developers
(PAUZA_SHARED). The people on it are drawn; no photo of a child is shown."""

LOOKS = """## How covers look

From left to right: the drawing, then `soft`, `pixelate`, `solid` and the stickers, on a light, a
dark and a patterned ground and on leaves. `soft` and `pixelate` are made of the light *around*
the face, with grain or noise. `pixelate` is no mosaic of the face.

![Four drawn people, each uncovered and in every style](images/redaction-styles.webp)

A crowd, down to heads of a few pixels, over one another and cut by the frame:

![Covered heads of many sizes on leaves](images/redaction-crowd.png)"""

PROOF = """## Nothing of the face is in the file

Each shared photo with a face is decoded and covered twice: once as it is, once with noise in place
of all that its covers hide. Counted are the outputs that are equal to the last byte. The last
column does the same end to end with two PNG files that differ only there. If a single pixel under
a cover had any influence, on the fill, on the feather or on the size of the file, they would
differ.

"""

COVERAGE = """## The whole face is covered

The outline of each labelled face by MediaPipe's mesh (36 points, from a crop half a box larger),
against the region that Pauza makes for the face that it finds. The farthest point is given as a
share of the way from the region's centre to its edge: what is left to 100 % is room for hair, ears
and errors of the mesh. The margins in geometry.py are set by this table.

"""

OUTSIDE = """## The rest of the photo stays as it was

Each shared JPEG with a face is covered, and beside that saved again with its own tables and nothing
covered. Looked at is all that lies outside the blocks of 16 x 16 pixels in which a cover lies. Each
block there is coded as in the photo that was saved again: the last column counts the pixels that
differ when each block is decoded for itself. A usual decoder blends the colours of neighbouring
blocks where they are stored at half the resolution, so that the row of pixels beside a cover can
take a hint of its colour, as it would in a file whose other blocks nobody had touched. The columns
in dB compare with the photo by such a decoder, and have that hint in them.

"""

COSTS = """## What it costs

Processor seconds on a JPEG of 12 megapixels (4:2:0, quality 90), the least of four runs: decoding,
covering two faces and encoding with the source's tables. Beside it, Pillow decodes and encodes the
same file with the same tables and covers nothing.

"""

SIZES = """By how much a covered JPEG is larger than its cleaned copy. *Small*: every shared JPEG
under one region of at most two per cent of it. *Faces*: every one with faces, under all their
covers.

"""

PEERS = """## Beside other tools

The same {count} JPEG photos in one run on one machine, in seconds for all of them. Size is the
median share of the cleaned copy's; the error is that of the photo outside the covers, as the
median peak signal to noise ratio (more is better, `inf` is unchanged). Pauza loads its nets outside
of the time that is counted; the other tools start once a photo, deface once for all.

"""

LESSON = """## What a blur or a mosaic would have left

A lesson, not a part of the product: a recogniser (dlib's) tries to name adults by another copy of
the same picture, smaller, darker and shifted. Beside an album of clean pictures it has one that was
filtered alike, as an attacker can make it. The first row is the control: it knows everybody. Real
albums hold other pictures of the same people, so these shares are too high; they compare ways to
hide, and show that a face that looks blurred to people is not blurred to a machine.

"""

LIMITS = """## What this does not say

- A face that is not found is not covered. docs/accuracy.md says how often that is.
- Up to two bytes behind a JPEG scan, three behind a part of a WebP and a choice among equal codes
  can't be told from padding in a cleaned copy, which keeps the coded picture. A covered photo is
  coded anew and has none of them.
- Colours of a lossless WebP's own palette that no pixel has stay in its cleaned copy: they are part
  of the coded picture.
- The pattern of a camera's noise stays and can link two photos of one camera."""
