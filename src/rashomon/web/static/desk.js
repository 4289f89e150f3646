// What forms do beyond HTML. Without it every one of them works.
"use strict";
