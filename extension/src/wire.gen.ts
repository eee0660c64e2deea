/** Made by `npm run wire` from `pauza openapi`; not to be changed by hand. */
export interface paths {
    "/v1/hello": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Who answers, and whether it is ready */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Who answers, and whether it is ready */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Hello"];
                    };
                };
                /** @description The caller is not allowed; no more is said. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/analyses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What is on a photo */
        post: {
            parameters: {
                query: {
                    /** @description How soon to nudge. */
                    sensitivity: components["schemas"]["Sensitivity"];
                    /** @description Longest side of a preview in the answer. */
                    preview_side?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            /** @description The photo's bytes as they are, with Content-Length. */
            requestBody: {
                content: {
                    "application/octet-stream": unknown;
                };
            };
            responses: {
                /** @description What is on a photo */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Analysis"];
                    };
                };
                /** @description body_cut_short, bad_parameter */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller is not allowed; no more is said. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description length_required */
                411: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_large, too_many_pixels */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unknown_kind, unsupported_coding */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description damaged, took_too_long, too_much_memory */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description worker_lost, internal */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description busy, warming, weights_missing, weights_damaged, worker_failed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A JPEG for the eye, plain or covered */
        post: {
            parameters: {
                query: {
                    /** @description Longest side of the preview in pixels. */
                    max_side: number;
                    /** @description How regions are covered; soft if not said. */
                    style?: components["schemas"]["Style"];
                    /** @description CX,CY,W,H,TILT of an ellipse; may be repeated. */
                    region?: string[];
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            /** @description The photo's bytes as they are, with Content-Length. */
            requestBody: {
                content: {
                    "application/octet-stream": unknown;
                };
            };
            responses: {
                /** @description A JPEG for the eye, plain or covered */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "image/jpeg": unknown;
                    };
                };
                /** @description body_cut_short, bad_parameter, bad_region, too_many_regions */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller is not allowed; no more is said. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description length_required */
                411: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_large, too_many_pixels */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unknown_kind, unsupported_coding */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description damaged, took_too_long, too_much_memory */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description worker_lost, internal */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description busy, warming, weights_missing, weights_damaged, worker_failed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/redactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The bytes to post: covered, or without a region only cleaned */
        post: {
            parameters: {
                query?: {
                    /** @description How regions are covered; soft if not said. */
                    style?: components["schemas"]["Style"];
                    /** @description CX,CY,W,H,TILT of an ellipse; may be repeated. */
                    region?: string[];
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            /** @description The photo's bytes as they are, with Content-Length. */
            requestBody: {
                content: {
                    "application/octet-stream": unknown;
                };
            };
            responses: {
                /** @description The bytes to post: covered, or without a region only cleaned */
                200: {
                    headers: {
                        /** @description What was lost beside covered faces and hidden data. */
                        "Pauza-Changes"?: components["schemas"]["Change"][];
                        [name: string]: unknown;
                    };
                    content: {
                        "image/jpeg": unknown;
                        "image/png": unknown;
                        "image/webp": unknown;
                    };
                };
                /** @description body_cut_short, bad_parameter, bad_region, too_many_regions */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description The caller is not allowed; no more is said. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description length_required */
                411: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too_large, too_many_pixels */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description unknown_kind, unsupported_coding */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description damaged, took_too_long, too_much_memory */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description worker_lost, internal */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description busy, warming, weights_missing, weights_damaged, worker_failed */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @enum {string} */
        Sensitivity: "careful" | "balanced" | "quiet";
        /** @enum {string} */
        Style: "soft" | "pixelate" | "solid" | "sticker-sun" | "sticker-cat" | "sticker-star" | "sticker-heart" | "sticker-balloon";
        /** @enum {string} */
        Verdict: "child" | "unsure" | "adult";
        /** @enum {string} */
        HiddenKind: "place" | "names" | "people" | "date" | "camera" | "thumbnail" | "pictures" | "depth" | "other";
        /** @enum {string} */
        Change: "scaled" | "still" | "eight-bit" | "coded-anew";
        Hello: {
            /** @constant */
            service: "pauza";
            version: string;
            api: number;
            /** @enum {string} */
            state: "warming" | "ready" | "unwell";
            /** @enum {string} */
            code?: "weights_missing" | "weights_damaged" | "worker_failed";
        };
        Region: {
            cx: number;
            cy: number;
            width: number;
            height: number;
            tilt: number;
            /** @description Index of the covered face. */
            face: number | null;
        };
        Face: {
            box: {
                x: number;
                y: number;
                width: number;
                height: number;
            };
            eyes: [
                [
                    number,
                    number
                ],
                [
                    number,
                    number
                ]
            ];
            tilt: number;
            confidence: number;
            age: {
                under_13: number;
                under_18: number;
            };
            verdict: components["schemas"]["Verdict"];
            why: ("age" | "small" | "blurred" | "turned" | "disagree")[];
        };
        Analysis: {
            photo: {
                width: number;
                height: number;
                /** @enum {string} */
                format: "jpeg" | "png" | "webp" | "gif" | "avif" | "heic";
                frames: number;
            };
            /** @enum {string} */
            verdict: "child" | "unsure" | "adult" | "none";
            nudge: boolean;
            faces: components["schemas"]["Face"][];
            regions: components["schemas"]["Region"][];
            hidden: {
                kind: components["schemas"]["HiddenKind"];
            }[];
            timings_ms: {
                decode: number;
                faces: number;
                ages: number;
            };
            /** @description Where one was asked for and the photo nudges. */
            preview: string | null;
        };
        Problem: {
            type: string;
            title: string;
            status: number;
            detail: string;
            /** @enum {string} */
            code: "length_required" | "too_large" | "body_cut_short" | "bad_parameter" | "not_found" | "method_not_allowed" | "unknown_kind" | "unsupported_coding" | "damaged" | "too_many_pixels" | "bad_region" | "too_many_regions" | "took_too_long" | "too_much_memory" | "busy" | "warming" | "weights_missing" | "weights_damaged" | "worker_failed" | "worker_lost" | "internal";
            /** @description Name of the one that can't be used. */
            parameter?: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
