// Generated from schemas/ by scripts/generate.ts. Do not edit.
var __getOwnPropNames = Object.getOwnPropertyNames;
var __commonJS = (cb, mod) => function __require() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};

// node_modules/ajv/dist/runtime/ucs2length.js
var require_ucs2length = __commonJS({
  "node_modules/ajv/dist/runtime/ucs2length.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    function ucs2length(str) {
      const len = str.length;
      let length = 0;
      let pos = 0;
      let value;
      while (pos < len) {
        length++;
        value = str.charCodeAt(pos++);
        if (value >= 55296 && value <= 56319 && pos < len) {
          value = str.charCodeAt(pos);
          if ((value & 64512) === 56320)
            pos++;
        }
      }
      return length;
    }
    exports.default = ucs2length;
    ucs2length.code = 'require("ajv/dist/runtime/ucs2length").default';
  }
});

// node_modules/fast-deep-equal/index.js
var require_fast_deep_equal = __commonJS({
  "node_modules/fast-deep-equal/index.js"(exports, module) {
    "use strict";
    module.exports = function equal(a, b) {
      if (a === b) return true;
      if (a && b && typeof a == "object" && typeof b == "object") {
        if (a.constructor !== b.constructor) return false;
        var length, i, keys;
        if (Array.isArray(a)) {
          length = a.length;
          if (length != b.length) return false;
          for (i = length; i-- !== 0; )
            if (!equal(a[i], b[i])) return false;
          return true;
        }
        if (a.constructor === RegExp) return a.source === b.source && a.flags === b.flags;
        if (a.valueOf !== Object.prototype.valueOf) return a.valueOf() === b.valueOf();
        if (a.toString !== Object.prototype.toString) return a.toString() === b.toString();
        keys = Object.keys(a);
        length = keys.length;
        if (length !== Object.keys(b).length) return false;
        for (i = length; i-- !== 0; )
          if (!Object.prototype.hasOwnProperty.call(b, keys[i])) return false;
        for (i = length; i-- !== 0; ) {
          var key = keys[i];
          if (!equal(a[key], b[key])) return false;
        }
        return true;
      }
      return a !== a && b !== b;
    };
  }
});

// node_modules/ajv/dist/runtime/equal.js
var require_equal = __commonJS({
  "node_modules/ajv/dist/runtime/equal.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var equal = require_fast_deep_equal();
    equal.code = 'require("ajv/dist/runtime/equal").default';
    exports.default = equal;
  }
});

// schemas.js
var validateAcceptance = validate52;
var schema19 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "acceptance.schema.json", "title": "Acceptance", "type": "object", "required": ["plasm", "order", "node", "acceptedAt"], "properties": { "plasm": { "const": 1 }, "order": { "$ref": "manifest.schema.json#/$defs/Digest" }, "node": { "$ref": "order.schema.json#/$defs/PeerId" }, "acceptedAt": { "$ref": "order.schema.json#/$defs/Time" } } };
var schema22 = { "title": "Digest", "type": "string", "pattern": "^sha256:[0-9a-f]{64}$" };
var pattern3 = new RegExp("^sha256:[0-9a-f]{64}$", "u");
function validate71(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate71.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data === "string") {
    if (!pattern3.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^sha256:[0-9a-f]{64}$" }, schema: "^sha256:[0-9a-f]{64}$", parentSchema: schema22, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, schema: schema22.type, parentSchema: schema22, data };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate71.errors = vErrors;
  return errors === 0;
}
validate71.evaluated = { "dynamicProps": false, "dynamicItems": false };
var schema30 = { "title": "PeerId", "type": "string", "pattern": "^12D3Koo[1-9A-HJ-NP-Za-km-z]{45}$" };
var pattern9 = new RegExp("^12D3Koo[1-9A-HJ-NP-Za-km-z]{45}$", "u");
function validate83(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate83.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data === "string") {
    if (!pattern9.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^12D3Koo[1-9A-HJ-NP-Za-km-z]{45}$" }, schema: "^12D3Koo[1-9A-HJ-NP-Za-km-z]{45}$", parentSchema: schema30, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, schema: schema30.type, parentSchema: schema30, data };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate83.errors = vErrors;
  return errors === 0;
}
validate83.evaluated = { "dynamicProps": false, "dynamicItems": false };
var schema33 = { "title": "Time", "type": "integer", "minimum": 0, "maximum": 9007199254740991 };
function validate85(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate85.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (!(typeof data == "number" && (!(data % 1) && !isNaN(data)) && isFinite(data))) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "integer" }, schema: schema33.type, parentSchema: schema33, data };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (typeof data == "number" && isFinite(data)) {
    if (data > 9007199254740991 || isNaN(data)) {
      const err1 = { instancePath, schemaPath: "#/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, schema: 9007199254740991, parentSchema: schema33, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data < 0 || isNaN(data)) {
      const err2 = { instancePath, schemaPath: "#/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema33, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
  }
  validate85.errors = vErrors;
  return errors === 0;
}
validate85.evaluated = { "dynamicProps": false, "dynamicItems": false };
function validate52(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate52.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.plasm === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "plasm" }, schema: schema19.required, parentSchema: schema19, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.order === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "order" }, schema: schema19.required, parentSchema: schema19, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.node === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "node" }, schema: schema19.required, parentSchema: schema19, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.acceptedAt === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "acceptedAt" }, schema: schema19.required, parentSchema: schema19, data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.plasm !== void 0) {
      let data0 = data.plasm;
      if (1 !== data0) {
        const err4 = { instancePath: instancePath + "/plasm", schemaPath: "#/properties/plasm/const", keyword: "const", params: { allowedValue: 1 }, schema: 1, parentSchema: schema19.properties.plasm, data: data0 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.order !== void 0) {
      if (!validate71(data.order, { instancePath: instancePath + "/order", parentData: data, parentDataProperty: "order", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate71.errors : vErrors.concat(validate71.errors);
        errors = vErrors.length;
      }
    }
    if (data.node !== void 0) {
      if (!validate83(data.node, { instancePath: instancePath + "/node", parentData: data, parentDataProperty: "node", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate83.errors : vErrors.concat(validate83.errors);
        errors = vErrors.length;
      }
    }
    if (data.acceptedAt !== void 0) {
      if (!validate85(data.acceptedAt, { instancePath: instancePath + "/acceptedAt", parentData: data, parentDataProperty: "acceptedAt", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate85.errors : vErrors.concat(validate85.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err5 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema19.type, parentSchema: schema19, data };
    if (vErrors === null) {
      vErrors = [err5];
    } else {
      vErrors.push(err5);
    }
    errors++;
  }
  validate52.errors = vErrors;
  return errors === 0;
}
validate52.evaluated = { "props": { "plasm": true, "order": true, "node": true, "acceptedAt": true }, "dynamicProps": false, "dynamicItems": false };
var validateProblem = validate88;
var schema37 = { "title": "Problem", "type": "object", "required": ["type", "title", "status", "code", "detail"], "properties": { "type": { "type": "string" }, "title": { "type": "string" }, "status": { "type": "integer" }, "code": { "type": "string" }, "detail": { "type": "string" }, "requestId": { "type": "string" }, "violations": { "type": "array", "items": { "type": "object", "required": ["pointer", "rule"], "properties": { "pointer": { "type": "string" }, "value": { "type": "string" }, "rule": { "type": "string" }, "where": { "type": "string" } } } }, "missing": { "type": "array", "items": { "$ref": "manifest.schema.json#/$defs/Digest" } } } };
function validate89(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate89.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data === "string") {
    if (!pattern3.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^sha256:[0-9a-f]{64}$" }, schema: "^sha256:[0-9a-f]{64}$", parentSchema: schema22, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, schema: schema22.type, parentSchema: schema22, data };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate89.errors = vErrors;
  return errors === 0;
}
validate89.evaluated = { "dynamicProps": false, "dynamicItems": false };
function validate88(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate88.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, schema: schema37.required, parentSchema: schema37, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.title === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "title" }, schema: schema37.required, parentSchema: schema37, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.status === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "status" }, schema: schema37.required, parentSchema: schema37, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.code === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "code" }, schema: schema37.required, parentSchema: schema37, data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.detail === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "detail" }, schema: schema37.required, parentSchema: schema37, data };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.type !== void 0) {
      let data0 = data.type;
      if (typeof data0 !== "string") {
        const err5 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/type", keyword: "type", params: { type: "string" }, schema: schema37.properties.type.type, parentSchema: schema37.properties.type, data: data0 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.title !== void 0) {
      let data1 = data.title;
      if (typeof data1 !== "string") {
        const err6 = { instancePath: instancePath + "/title", schemaPath: "#/properties/title/type", keyword: "type", params: { type: "string" }, schema: schema37.properties.title.type, parentSchema: schema37.properties.title, data: data1 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.status !== void 0) {
      let data2 = data.status;
      if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2))) {
        const err7 = { instancePath: instancePath + "/status", schemaPath: "#/properties/status/type", keyword: "type", params: { type: "integer" }, schema: schema37.properties.status.type, parentSchema: schema37.properties.status, data: data2 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.code !== void 0) {
      let data3 = data.code;
      if (typeof data3 !== "string") {
        const err8 = { instancePath: instancePath + "/code", schemaPath: "#/properties/code/type", keyword: "type", params: { type: "string" }, schema: schema37.properties.code.type, parentSchema: schema37.properties.code, data: data3 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.detail !== void 0) {
      let data4 = data.detail;
      if (typeof data4 !== "string") {
        const err9 = { instancePath: instancePath + "/detail", schemaPath: "#/properties/detail/type", keyword: "type", params: { type: "string" }, schema: schema37.properties.detail.type, parentSchema: schema37.properties.detail, data: data4 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.requestId !== void 0) {
      let data5 = data.requestId;
      if (typeof data5 !== "string") {
        const err10 = { instancePath: instancePath + "/requestId", schemaPath: "#/properties/requestId/type", keyword: "type", params: { type: "string" }, schema: schema37.properties.requestId.type, parentSchema: schema37.properties.requestId, data: data5 };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.violations !== void 0) {
      let data6 = data.violations;
      if (Array.isArray(data6)) {
        const len0 = data6.length;
        for (let i0 = 0; i0 < len0 && errors < 100; i0++) {
          let data7 = data6[i0];
          if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
            if (data7.pointer === void 0) {
              const err11 = { instancePath: instancePath + "/violations/" + i0, schemaPath: "#/properties/violations/items/required", keyword: "required", params: { missingProperty: "pointer" }, schema: schema37.properties.violations.items.required, parentSchema: schema37.properties.violations.items, data: data7 };
              if (vErrors === null) {
                vErrors = [err11];
              } else {
                vErrors.push(err11);
              }
              errors++;
            }
            if (data7.rule === void 0) {
              const err12 = { instancePath: instancePath + "/violations/" + i0, schemaPath: "#/properties/violations/items/required", keyword: "required", params: { missingProperty: "rule" }, schema: schema37.properties.violations.items.required, parentSchema: schema37.properties.violations.items, data: data7 };
              if (vErrors === null) {
                vErrors = [err12];
              } else {
                vErrors.push(err12);
              }
              errors++;
            }
            if (data7.pointer !== void 0) {
              let data8 = data7.pointer;
              if (typeof data8 !== "string") {
                const err13 = { instancePath: instancePath + "/violations/" + i0 + "/pointer", schemaPath: "#/properties/violations/items/properties/pointer/type", keyword: "type", params: { type: "string" }, schema: schema37.properties.violations.items.properties.pointer.type, parentSchema: schema37.properties.violations.items.properties.pointer, data: data8 };
                if (vErrors === null) {
                  vErrors = [err13];
                } else {
                  vErrors.push(err13);
                }
                errors++;
              }
            }
            if (data7.value !== void 0) {
              let data9 = data7.value;
              if (typeof data9 !== "string") {
                const err14 = { instancePath: instancePath + "/violations/" + i0 + "/value", schemaPath: "#/properties/violations/items/properties/value/type", keyword: "type", params: { type: "string" }, schema: schema37.properties.violations.items.properties.value.type, parentSchema: schema37.properties.violations.items.properties.value, data: data9 };
                if (vErrors === null) {
                  vErrors = [err14];
                } else {
                  vErrors.push(err14);
                }
                errors++;
              }
            }
            if (data7.rule !== void 0) {
              let data10 = data7.rule;
              if (typeof data10 !== "string") {
                const err15 = { instancePath: instancePath + "/violations/" + i0 + "/rule", schemaPath: "#/properties/violations/items/properties/rule/type", keyword: "type", params: { type: "string" }, schema: schema37.properties.violations.items.properties.rule.type, parentSchema: schema37.properties.violations.items.properties.rule, data: data10 };
                if (vErrors === null) {
                  vErrors = [err15];
                } else {
                  vErrors.push(err15);
                }
                errors++;
              }
            }
            if (data7.where !== void 0) {
              let data11 = data7.where;
              if (typeof data11 !== "string") {
                const err16 = { instancePath: instancePath + "/violations/" + i0 + "/where", schemaPath: "#/properties/violations/items/properties/where/type", keyword: "type", params: { type: "string" }, schema: schema37.properties.violations.items.properties.where.type, parentSchema: schema37.properties.violations.items.properties.where, data: data11 };
                if (vErrors === null) {
                  vErrors = [err16];
                } else {
                  vErrors.push(err16);
                }
                errors++;
              }
            }
          } else {
            const err17 = { instancePath: instancePath + "/violations/" + i0, schemaPath: "#/properties/violations/items/type", keyword: "type", params: { type: "object" }, schema: schema37.properties.violations.items.type, parentSchema: schema37.properties.violations.items, data: data7 };
            if (vErrors === null) {
              vErrors = [err17];
            } else {
              vErrors.push(err17);
            }
            errors++;
          }
        }
      } else {
        const err18 = { instancePath: instancePath + "/violations", schemaPath: "#/properties/violations/type", keyword: "type", params: { type: "array" }, schema: schema37.properties.violations.type, parentSchema: schema37.properties.violations, data: data6 };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
    }
    if (data.missing !== void 0) {
      let data12 = data.missing;
      if (Array.isArray(data12)) {
        const len1 = data12.length;
        for (let i1 = 0; i1 < len1 && errors < 100; i1++) {
          if (!validate89(data12[i1], { instancePath: instancePath + "/missing/" + i1, parentData: data12, parentDataProperty: i1, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate89.errors : vErrors.concat(validate89.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err19 = { instancePath: instancePath + "/missing", schemaPath: "#/properties/missing/type", keyword: "type", params: { type: "array" }, schema: schema37.properties.missing.type, parentSchema: schema37.properties.missing, data: data12 };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
    }
  } else {
    const err20 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema37.type, parentSchema: schema37, data };
    if (vErrors === null) {
      vErrors = [err20];
    } else {
      vErrors.push(err20);
    }
    errors++;
  }
  validate88.errors = vErrors;
  return errors === 0;
}
validate88.evaluated = { "props": { "type": true, "title": true, "status": true, "code": true, "detail": true, "requestId": true, "violations": true, "missing": true }, "dynamicProps": false, "dynamicItems": false };
var validateJobView = validate91;
var schema39 = { "title": "JobView", "type": "object", "required": ["id", "createdAt", "state", "task", "request", "receipts"], "properties": { "id": { "$ref": "order.schema.json#/$defs/JobId" }, "name": { "type": "string" }, "createdAt": { "$ref": "order.schema.json#/$defs/Time" }, "state": { "enum": ["queued", "placing", "running", "settled"] }, "task": { "$ref": "manifest.schema.json#/$defs/Digest" }, "request": { "$ref": "manifest.schema.json#/$defs/Request" }, "receipts": { "type": "array", "items": { "$ref": "manifest.schema.json#/$defs/Digest" } }, "settlement": { "$ref": "#/$defs/Settlement" }, "settledAt": { "$ref": "order.schema.json#/$defs/Time" } } };
var schema32 = { "title": "JobId", "type": "string", "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$" };
var pattern11 = new RegExp("^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", "u");
function validate92(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate92.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data === "string") {
    if (!pattern11.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$" }, schema: "^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", parentSchema: schema32, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, schema: schema32.type, parentSchema: schema32, data };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate92.errors = vErrors;
  return errors === 0;
}
validate92.evaluated = { "dynamicProps": false, "dynamicItems": false };
function validate94(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate94.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (!(typeof data == "number" && (!(data % 1) && !isNaN(data)) && isFinite(data))) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "integer" }, schema: schema33.type, parentSchema: schema33, data };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (typeof data == "number" && isFinite(data)) {
    if (data > 9007199254740991 || isNaN(data)) {
      const err1 = { instancePath, schemaPath: "#/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, schema: 9007199254740991, parentSchema: schema33, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data < 0 || isNaN(data)) {
      const err2 = { instancePath, schemaPath: "#/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema33, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
  }
  validate94.errors = vErrors;
  return errors === 0;
}
validate94.evaluated = { "dynamicProps": false, "dynamicItems": false };
var schema26 = { "title": "Request", "type": "object", "properties": { "name": { "type": "string", "minLength": 1, "maxLength": 128 }, "runtime": { "enum": ["any", "interpreter", "v8"], "default": "any" }, "isolation": { "enum": ["full", "reduced"], "default": "full" }, "fresh": { "type": "boolean", "default": false }, "wallTimeMs": { "type": "integer", "minimum": 1, "maximum": 864e5, "default": 6e4 }, "placement": { "$ref": "#/$defs/Placement", "default": {} }, "cache": { "type": "boolean", "default": true } } };
var func2 = require_ucs2length().default;
var schema27 = { "title": "Placement", "type": "object", "properties": { "where": { "enum": ["any", "local", "network"], "default": "any" }, "replicas": { "type": "integer", "minimum": 1, "maximum": 16, "default": 1 }, "quorum": { "type": "integer", "minimum": 1, "maximum": 16 } } };
function validate68(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate68.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.where === void 0) {
      data.where = "any";
    }
    if (data.replicas === void 0) {
      data.replicas = 1;
    }
    let data0 = data.where;
    if (!(data0 === "any" || data0 === "local" || data0 === "network")) {
      const err0 = { instancePath: instancePath + "/where", schemaPath: "#/properties/where/enum", keyword: "enum", params: { allowedValues: schema27.properties.where.enum }, schema: schema27.properties.where.enum, parentSchema: schema27.properties.where, data: data0 };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    let data1 = data.replicas;
    if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
      const err1 = { instancePath: instancePath + "/replicas", schemaPath: "#/properties/replicas/type", keyword: "type", params: { type: "integer" }, schema: schema27.properties.replicas.type, parentSchema: schema27.properties.replicas, data: data1 };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (typeof data1 == "number" && isFinite(data1)) {
      if (data1 > 16 || isNaN(data1)) {
        const err2 = { instancePath: instancePath + "/replicas", schemaPath: "#/properties/replicas/maximum", keyword: "maximum", params: { comparison: "<=", limit: 16 }, schema: 16, parentSchema: schema27.properties.replicas, data: data1 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      if (data1 < 1 || isNaN(data1)) {
        const err3 = { instancePath: instancePath + "/replicas", schemaPath: "#/properties/replicas/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema27.properties.replicas, data: data1 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.quorum !== void 0) {
      let data2 = data.quorum;
      if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2))) {
        const err4 = { instancePath: instancePath + "/quorum", schemaPath: "#/properties/quorum/type", keyword: "type", params: { type: "integer" }, schema: schema27.properties.quorum.type, parentSchema: schema27.properties.quorum, data: data2 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      if (typeof data2 == "number" && isFinite(data2)) {
        if (data2 > 16 || isNaN(data2)) {
          const err5 = { instancePath: instancePath + "/quorum", schemaPath: "#/properties/quorum/maximum", keyword: "maximum", params: { comparison: "<=", limit: 16 }, schema: 16, parentSchema: schema27.properties.quorum, data: data2 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        if (data2 < 1 || isNaN(data2)) {
          const err6 = { instancePath: instancePath + "/quorum", schemaPath: "#/properties/quorum/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema27.properties.quorum, data: data2 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      }
    }
  } else {
    const err7 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema27.type, parentSchema: schema27, data };
    if (vErrors === null) {
      vErrors = [err7];
    } else {
      vErrors.push(err7);
    }
    errors++;
  }
  validate68.errors = vErrors;
  return errors === 0;
}
validate68.evaluated = { "props": { "where": true, "replicas": true, "quorum": true }, "dynamicProps": false, "dynamicItems": false };
function validate97(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate97.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.runtime === void 0) {
      data.runtime = "any";
    }
    if (data.isolation === void 0) {
      data.isolation = "full";
    }
    if (data.fresh === void 0) {
      data.fresh = false;
    }
    if (data.wallTimeMs === void 0) {
      data.wallTimeMs = 6e4;
    }
    if (data.placement === void 0) {
      data.placement = {};
    }
    if (data.cache === void 0) {
      data.cache = true;
    }
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 === "string") {
        if (func2(data0) > 128) {
          const err0 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/maxLength", keyword: "maxLength", params: { limit: 128 }, schema: 128, parentSchema: schema26.properties.name, data: data0 };
          if (vErrors === null) {
            vErrors = [err0];
          } else {
            vErrors.push(err0);
          }
          errors++;
        }
        if (func2(data0) < 1) {
          const err1 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema26.properties.name, data: data0 };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      } else {
        const err2 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, schema: schema26.properties.name.type, parentSchema: schema26.properties.name, data: data0 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    let data1 = data.runtime;
    if (!(data1 === "any" || data1 === "interpreter" || data1 === "v8")) {
      const err3 = { instancePath: instancePath + "/runtime", schemaPath: "#/properties/runtime/enum", keyword: "enum", params: { allowedValues: schema26.properties.runtime.enum }, schema: schema26.properties.runtime.enum, parentSchema: schema26.properties.runtime, data: data1 };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    let data2 = data.isolation;
    if (!(data2 === "full" || data2 === "reduced")) {
      const err4 = { instancePath: instancePath + "/isolation", schemaPath: "#/properties/isolation/enum", keyword: "enum", params: { allowedValues: schema26.properties.isolation.enum }, schema: schema26.properties.isolation.enum, parentSchema: schema26.properties.isolation, data: data2 };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    let data3 = data.fresh;
    if (typeof data3 !== "boolean") {
      const err5 = { instancePath: instancePath + "/fresh", schemaPath: "#/properties/fresh/type", keyword: "type", params: { type: "boolean" }, schema: schema26.properties.fresh.type, parentSchema: schema26.properties.fresh, data: data3 };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    let data4 = data.wallTimeMs;
    if (!(typeof data4 == "number" && (!(data4 % 1) && !isNaN(data4)) && isFinite(data4))) {
      const err6 = { instancePath: instancePath + "/wallTimeMs", schemaPath: "#/properties/wallTimeMs/type", keyword: "type", params: { type: "integer" }, schema: schema26.properties.wallTimeMs.type, parentSchema: schema26.properties.wallTimeMs, data: data4 };
      if (vErrors === null) {
        vErrors = [err6];
      } else {
        vErrors.push(err6);
      }
      errors++;
    }
    if (typeof data4 == "number" && isFinite(data4)) {
      if (data4 > 864e5 || isNaN(data4)) {
        const err7 = { instancePath: instancePath + "/wallTimeMs", schemaPath: "#/properties/wallTimeMs/maximum", keyword: "maximum", params: { comparison: "<=", limit: 864e5 }, schema: 864e5, parentSchema: schema26.properties.wallTimeMs, data: data4 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
      if (data4 < 1 || isNaN(data4)) {
        const err8 = { instancePath: instancePath + "/wallTimeMs", schemaPath: "#/properties/wallTimeMs/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema26.properties.wallTimeMs, data: data4 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (!validate68(data.placement, { instancePath: instancePath + "/placement", parentData: data, parentDataProperty: "placement", rootData, dynamicAnchors })) {
      vErrors = vErrors === null ? validate68.errors : vErrors.concat(validate68.errors);
      errors = vErrors.length;
    }
    let data6 = data.cache;
    if (typeof data6 !== "boolean") {
      const err9 = { instancePath: instancePath + "/cache", schemaPath: "#/properties/cache/type", keyword: "type", params: { type: "boolean" }, schema: schema26.properties.cache.type, parentSchema: schema26.properties.cache, data: data6 };
      if (vErrors === null) {
        vErrors = [err9];
      } else {
        vErrors.push(err9);
      }
      errors++;
    }
  } else {
    const err10 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema26.type, parentSchema: schema26, data };
    if (vErrors === null) {
      vErrors = [err10];
    } else {
      vErrors.push(err10);
    }
    errors++;
  }
  validate97.errors = vErrors;
  return errors === 0;
}
validate97.evaluated = { "props": { "name": true, "runtime": true, "isolation": true, "fresh": true, "wallTimeMs": true, "placement": true, "cache": true }, "dynamicProps": false, "dynamicItems": false };
var schema43 = { "title": "Settlement", "oneOf": [{ "title": "ResultSettlement", "type": "object", "required": ["kind", "trust", "result", "resultDigest", "agreeing", "dissenting", "cached"], "properties": { "kind": { "const": "result" }, "trust": { "enum": ["own", "single", "agreed"] }, "result": { "$ref": "receipt.schema.json#/$defs/Result" }, "resultDigest": { "$ref": "manifest.schema.json#/$defs/Digest" }, "agreeing": { "type": "array", "items": { "$ref": "order.schema.json#/$defs/PeerId" } }, "dissenting": { "type": "array", "items": { "$ref": "order.schema.json#/$defs/PeerId" } }, "cached": { "type": "boolean" } } }, { "title": "FailedSettlement", "type": "object", "required": ["kind", "code", "reason"], "properties": { "kind": { "const": "failed" }, "code": { "enum": ["NO_PEERS", "NO_QUORUM", "ATTEMPTS_EXHAUSTED", "INPUT_LOST", "INTERNAL"] }, "reason": { "type": "string" }, "tried": { "type": "array", "items": { "type": "object", "required": ["peer", "reason"], "properties": { "peer": { "type": "string" }, "code": { "type": "string" }, "reason": { "type": "string" } } } }, "help": { "type": "string" } } }, { "title": "CancelledSettlement", "type": "object", "required": ["kind"], "properties": { "kind": { "const": "cancelled" } } }] };
var schema50 = { "title": "Result", "type": "object", "additionalProperties": false, "required": ["outcome", "deterministic", "fuel", "memoryBytes", "stdout", "stderr", "files"], "properties": { "outcome": { "$ref": "#/$defs/Outcome" }, "deterministic": { "type": "boolean" }, "fuel": { "type": ["integer", "null"], "minimum": 0, "maximum": 9007199254740991 }, "memoryBytes": { "type": ["integer", "null"], "minimum": 0, "maximum": 4294967296 }, "stdout": { "$ref": "#/$defs/Output" }, "stderr": { "$ref": "#/$defs/Output" }, "files": { "type": "array", "maxItems": 4096, "items": { "$ref": "#/$defs/OutputFile" } } } };
var schema51 = { "title": "Outcome", "type": "object", "required": ["kind"], "discriminator": { "propertyName": "kind" }, "oneOf": [{ "title": "Exited", "type": "object", "additionalProperties": false, "required": ["kind", "code"], "properties": { "kind": { "const": "exited" }, "code": { "type": "integer", "minimum": 0, "maximum": 4294967295 } } }, { "title": "Trapped", "type": "object", "additionalProperties": false, "required": ["kind", "reason"], "properties": { "kind": { "const": "trapped" }, "reason": { "enum": ["unreachable", "memory-bounds", "table-bounds", "indirect-call", "divide-by-zero", "integer-overflow", "float-to-int", "stack-exhausted"] } } }, { "title": "Exceeded", "type": "object", "additionalProperties": false, "required": ["kind", "limit"], "properties": { "kind": { "const": "exceeded" }, "limit": { "enum": ["fuel", "memory", "output", "wallTime"] } } }, { "title": "Rejected", "type": "object", "additionalProperties": false, "required": ["kind", "reason", "offset"], "properties": { "kind": { "const": "rejected" }, "reason": { "enum": ["malformed", "invalid", "limit", "unknown-import", "import-type", "no-start", "no-memory", "threads", "relaxed-simd", "exceptions", "tail-calls", "extended-constants", "typed-references", "gc", "memory64", "multi-memory", "custom-page-sizes", "components"] }, "offset": { "type": "integer", "minimum": 0, "maximum": 67108864 } } }, { "title": "Cancelled", "type": "object", "additionalProperties": false, "required": ["kind"], "properties": { "kind": { "const": "cancelled" } } }, { "title": "Failed", "type": "object", "additionalProperties": false, "required": ["kind", "reason"], "properties": { "kind": { "const": "failed" }, "reason": { "enum": ["child-died", "child-misbehaved", "start-failed", "out-of-memory", "unsupported", "input-missing", "restarted", "internal"] } } }] };
function validate117(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate117.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.kind === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, schema: schema51.required, parentSchema: schema51, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    const tag0 = data.kind;
    if (typeof tag0 == "string") {
      if (tag0 === "exited") {
        if (data && typeof data == "object" && !Array.isArray(data)) {
          if (data.kind === void 0) {
            const err1 = { instancePath, schemaPath: "#/oneOf/0/required", keyword: "required", params: { missingProperty: "kind" }, schema: schema51.oneOf[0].required, parentSchema: schema51.oneOf[0], data };
            if (vErrors === null) {
              vErrors = [err1];
            } else {
              vErrors.push(err1);
            }
            errors++;
          }
          if (data.code === void 0) {
            const err2 = { instancePath, schemaPath: "#/oneOf/0/required", keyword: "required", params: { missingProperty: "code" }, schema: schema51.oneOf[0].required, parentSchema: schema51.oneOf[0], data };
            if (vErrors === null) {
              vErrors = [err2];
            } else {
              vErrors.push(err2);
            }
            errors++;
          }
          for (const key0 in data) {
            if (errors >= 100) break;
            if (!(key0 === "kind" || key0 === "code")) {
              const err3 = { instancePath, schemaPath: "#/oneOf/0/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema51.oneOf[0], data };
              if (vErrors === null) {
                vErrors = [err3];
              } else {
                vErrors.push(err3);
              }
              errors++;
            }
          }
          if (data.kind !== void 0) {
            let data0 = data.kind;
            if ("exited" !== data0) {
              const err4 = { instancePath: instancePath + "/kind", schemaPath: "#/oneOf/0/properties/kind/const", keyword: "const", params: { allowedValue: "exited" }, schema: "exited", parentSchema: schema51.oneOf[0].properties.kind, data: data0 };
              if (vErrors === null) {
                vErrors = [err4];
              } else {
                vErrors.push(err4);
              }
              errors++;
            }
          }
          if (data.code !== void 0) {
            let data1 = data.code;
            if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
              const err5 = { instancePath: instancePath + "/code", schemaPath: "#/oneOf/0/properties/code/type", keyword: "type", params: { type: "integer" }, schema: schema51.oneOf[0].properties.code.type, parentSchema: schema51.oneOf[0].properties.code, data: data1 };
              if (vErrors === null) {
                vErrors = [err5];
              } else {
                vErrors.push(err5);
              }
              errors++;
            }
            if (typeof data1 == "number" && isFinite(data1)) {
              if (data1 > 4294967295 || isNaN(data1)) {
                const err6 = { instancePath: instancePath + "/code", schemaPath: "#/oneOf/0/properties/code/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, schema: 4294967295, parentSchema: schema51.oneOf[0].properties.code, data: data1 };
                if (vErrors === null) {
                  vErrors = [err6];
                } else {
                  vErrors.push(err6);
                }
                errors++;
              }
              if (data1 < 0 || isNaN(data1)) {
                const err7 = { instancePath: instancePath + "/code", schemaPath: "#/oneOf/0/properties/code/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema51.oneOf[0].properties.code, data: data1 };
                if (vErrors === null) {
                  vErrors = [err7];
                } else {
                  vErrors.push(err7);
                }
                errors++;
              }
            }
          }
        } else {
          const err8 = { instancePath, schemaPath: "#/oneOf/0/type", keyword: "type", params: { type: "object" }, schema: schema51.oneOf[0].type, parentSchema: schema51.oneOf[0], data };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
        var props0 = true;
      } else if (tag0 === "trapped") {
        if (data && typeof data == "object" && !Array.isArray(data)) {
          if (data.kind === void 0) {
            const err9 = { instancePath, schemaPath: "#/oneOf/1/required", keyword: "required", params: { missingProperty: "kind" }, schema: schema51.oneOf[1].required, parentSchema: schema51.oneOf[1], data };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
          if (data.reason === void 0) {
            const err10 = { instancePath, schemaPath: "#/oneOf/1/required", keyword: "required", params: { missingProperty: "reason" }, schema: schema51.oneOf[1].required, parentSchema: schema51.oneOf[1], data };
            if (vErrors === null) {
              vErrors = [err10];
            } else {
              vErrors.push(err10);
            }
            errors++;
          }
          for (const key1 in data) {
            if (errors >= 100) break;
            if (!(key1 === "kind" || key1 === "reason")) {
              const err11 = { instancePath, schemaPath: "#/oneOf/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, schema: false, parentSchema: schema51.oneOf[1], data };
              if (vErrors === null) {
                vErrors = [err11];
              } else {
                vErrors.push(err11);
              }
              errors++;
            }
          }
          if (data.kind !== void 0) {
            let data2 = data.kind;
            if ("trapped" !== data2) {
              const err12 = { instancePath: instancePath + "/kind", schemaPath: "#/oneOf/1/properties/kind/const", keyword: "const", params: { allowedValue: "trapped" }, schema: "trapped", parentSchema: schema51.oneOf[1].properties.kind, data: data2 };
              if (vErrors === null) {
                vErrors = [err12];
              } else {
                vErrors.push(err12);
              }
              errors++;
            }
          }
          if (data.reason !== void 0) {
            let data3 = data.reason;
            if (!(data3 === "unreachable" || data3 === "memory-bounds" || data3 === "table-bounds" || data3 === "indirect-call" || data3 === "divide-by-zero" || data3 === "integer-overflow" || data3 === "float-to-int" || data3 === "stack-exhausted")) {
              const err13 = { instancePath: instancePath + "/reason", schemaPath: "#/oneOf/1/properties/reason/enum", keyword: "enum", params: { allowedValues: schema51.oneOf[1].properties.reason.enum }, schema: schema51.oneOf[1].properties.reason.enum, parentSchema: schema51.oneOf[1].properties.reason, data: data3 };
              if (vErrors === null) {
                vErrors = [err13];
              } else {
                vErrors.push(err13);
              }
              errors++;
            }
          }
        } else {
          const err14 = { instancePath, schemaPath: "#/oneOf/1/type", keyword: "type", params: { type: "object" }, schema: schema51.oneOf[1].type, parentSchema: schema51.oneOf[1], data };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
        if (props0 !== true) {
          props0 = true;
        }
      } else if (tag0 === "exceeded") {
        if (data && typeof data == "object" && !Array.isArray(data)) {
          if (data.kind === void 0) {
            const err15 = { instancePath, schemaPath: "#/oneOf/2/required", keyword: "required", params: { missingProperty: "kind" }, schema: schema51.oneOf[2].required, parentSchema: schema51.oneOf[2], data };
            if (vErrors === null) {
              vErrors = [err15];
            } else {
              vErrors.push(err15);
            }
            errors++;
          }
          if (data.limit === void 0) {
            const err16 = { instancePath, schemaPath: "#/oneOf/2/required", keyword: "required", params: { missingProperty: "limit" }, schema: schema51.oneOf[2].required, parentSchema: schema51.oneOf[2], data };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
          for (const key2 in data) {
            if (errors >= 100) break;
            if (!(key2 === "kind" || key2 === "limit")) {
              const err17 = { instancePath, schemaPath: "#/oneOf/2/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, schema: false, parentSchema: schema51.oneOf[2], data };
              if (vErrors === null) {
                vErrors = [err17];
              } else {
                vErrors.push(err17);
              }
              errors++;
            }
          }
          if (data.kind !== void 0) {
            let data4 = data.kind;
            if ("exceeded" !== data4) {
              const err18 = { instancePath: instancePath + "/kind", schemaPath: "#/oneOf/2/properties/kind/const", keyword: "const", params: { allowedValue: "exceeded" }, schema: "exceeded", parentSchema: schema51.oneOf[2].properties.kind, data: data4 };
              if (vErrors === null) {
                vErrors = [err18];
              } else {
                vErrors.push(err18);
              }
              errors++;
            }
          }
          if (data.limit !== void 0) {
            let data5 = data.limit;
            if (!(data5 === "fuel" || data5 === "memory" || data5 === "output" || data5 === "wallTime")) {
              const err19 = { instancePath: instancePath + "/limit", schemaPath: "#/oneOf/2/properties/limit/enum", keyword: "enum", params: { allowedValues: schema51.oneOf[2].properties.limit.enum }, schema: schema51.oneOf[2].properties.limit.enum, parentSchema: schema51.oneOf[2].properties.limit, data: data5 };
              if (vErrors === null) {
                vErrors = [err19];
              } else {
                vErrors.push(err19);
              }
              errors++;
            }
          }
        } else {
          const err20 = { instancePath, schemaPath: "#/oneOf/2/type", keyword: "type", params: { type: "object" }, schema: schema51.oneOf[2].type, parentSchema: schema51.oneOf[2], data };
          if (vErrors === null) {
            vErrors = [err20];
          } else {
            vErrors.push(err20);
          }
          errors++;
        }
        if (props0 !== true) {
          props0 = true;
        }
      } else if (tag0 === "rejected") {
        if (data && typeof data == "object" && !Array.isArray(data)) {
          if (data.kind === void 0) {
            const err21 = { instancePath, schemaPath: "#/oneOf/3/required", keyword: "required", params: { missingProperty: "kind" }, schema: schema51.oneOf[3].required, parentSchema: schema51.oneOf[3], data };
            if (vErrors === null) {
              vErrors = [err21];
            } else {
              vErrors.push(err21);
            }
            errors++;
          }
          if (data.reason === void 0) {
            const err22 = { instancePath, schemaPath: "#/oneOf/3/required", keyword: "required", params: { missingProperty: "reason" }, schema: schema51.oneOf[3].required, parentSchema: schema51.oneOf[3], data };
            if (vErrors === null) {
              vErrors = [err22];
            } else {
              vErrors.push(err22);
            }
            errors++;
          }
          if (data.offset === void 0) {
            const err23 = { instancePath, schemaPath: "#/oneOf/3/required", keyword: "required", params: { missingProperty: "offset" }, schema: schema51.oneOf[3].required, parentSchema: schema51.oneOf[3], data };
            if (vErrors === null) {
              vErrors = [err23];
            } else {
              vErrors.push(err23);
            }
            errors++;
          }
          for (const key3 in data) {
            if (errors >= 100) break;
            if (!(key3 === "kind" || key3 === "reason" || key3 === "offset")) {
              const err24 = { instancePath, schemaPath: "#/oneOf/3/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, schema: false, parentSchema: schema51.oneOf[3], data };
              if (vErrors === null) {
                vErrors = [err24];
              } else {
                vErrors.push(err24);
              }
              errors++;
            }
          }
          if (data.kind !== void 0) {
            let data6 = data.kind;
            if ("rejected" !== data6) {
              const err25 = { instancePath: instancePath + "/kind", schemaPath: "#/oneOf/3/properties/kind/const", keyword: "const", params: { allowedValue: "rejected" }, schema: "rejected", parentSchema: schema51.oneOf[3].properties.kind, data: data6 };
              if (vErrors === null) {
                vErrors = [err25];
              } else {
                vErrors.push(err25);
              }
              errors++;
            }
          }
          if (data.reason !== void 0) {
            let data7 = data.reason;
            if (!(data7 === "malformed" || data7 === "invalid" || data7 === "limit" || data7 === "unknown-import" || data7 === "import-type" || data7 === "no-start" || data7 === "no-memory" || data7 === "threads" || data7 === "relaxed-simd" || data7 === "exceptions" || data7 === "tail-calls" || data7 === "extended-constants" || data7 === "typed-references" || data7 === "gc" || data7 === "memory64" || data7 === "multi-memory" || data7 === "custom-page-sizes" || data7 === "components")) {
              const err26 = { instancePath: instancePath + "/reason", schemaPath: "#/oneOf/3/properties/reason/enum", keyword: "enum", params: { allowedValues: schema51.oneOf[3].properties.reason.enum }, schema: schema51.oneOf[3].properties.reason.enum, parentSchema: schema51.oneOf[3].properties.reason, data: data7 };
              if (vErrors === null) {
                vErrors = [err26];
              } else {
                vErrors.push(err26);
              }
              errors++;
            }
          }
          if (data.offset !== void 0) {
            let data8 = data.offset;
            if (!(typeof data8 == "number" && (!(data8 % 1) && !isNaN(data8)) && isFinite(data8))) {
              const err27 = { instancePath: instancePath + "/offset", schemaPath: "#/oneOf/3/properties/offset/type", keyword: "type", params: { type: "integer" }, schema: schema51.oneOf[3].properties.offset.type, parentSchema: schema51.oneOf[3].properties.offset, data: data8 };
              if (vErrors === null) {
                vErrors = [err27];
              } else {
                vErrors.push(err27);
              }
              errors++;
            }
            if (typeof data8 == "number" && isFinite(data8)) {
              if (data8 > 67108864 || isNaN(data8)) {
                const err28 = { instancePath: instancePath + "/offset", schemaPath: "#/oneOf/3/properties/offset/maximum", keyword: "maximum", params: { comparison: "<=", limit: 67108864 }, schema: 67108864, parentSchema: schema51.oneOf[3].properties.offset, data: data8 };
                if (vErrors === null) {
                  vErrors = [err28];
                } else {
                  vErrors.push(err28);
                }
                errors++;
              }
              if (data8 < 0 || isNaN(data8)) {
                const err29 = { instancePath: instancePath + "/offset", schemaPath: "#/oneOf/3/properties/offset/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema51.oneOf[3].properties.offset, data: data8 };
                if (vErrors === null) {
                  vErrors = [err29];
                } else {
                  vErrors.push(err29);
                }
                errors++;
              }
            }
          }
        } else {
          const err30 = { instancePath, schemaPath: "#/oneOf/3/type", keyword: "type", params: { type: "object" }, schema: schema51.oneOf[3].type, parentSchema: schema51.oneOf[3], data };
          if (vErrors === null) {
            vErrors = [err30];
          } else {
            vErrors.push(err30);
          }
          errors++;
        }
        if (props0 !== true) {
          props0 = true;
        }
      } else if (tag0 === "cancelled") {
        if (data && typeof data == "object" && !Array.isArray(data)) {
          if (data.kind === void 0) {
            const err31 = { instancePath, schemaPath: "#/oneOf/4/required", keyword: "required", params: { missingProperty: "kind" }, schema: schema51.oneOf[4].required, parentSchema: schema51.oneOf[4], data };
            if (vErrors === null) {
              vErrors = [err31];
            } else {
              vErrors.push(err31);
            }
            errors++;
          }
          for (const key4 in data) {
            if (errors >= 100) break;
            if (!(key4 === "kind")) {
              const err32 = { instancePath, schemaPath: "#/oneOf/4/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, schema: false, parentSchema: schema51.oneOf[4], data };
              if (vErrors === null) {
                vErrors = [err32];
              } else {
                vErrors.push(err32);
              }
              errors++;
            }
          }
          if (data.kind !== void 0) {
            let data9 = data.kind;
            if ("cancelled" !== data9) {
              const err33 = { instancePath: instancePath + "/kind", schemaPath: "#/oneOf/4/properties/kind/const", keyword: "const", params: { allowedValue: "cancelled" }, schema: "cancelled", parentSchema: schema51.oneOf[4].properties.kind, data: data9 };
              if (vErrors === null) {
                vErrors = [err33];
              } else {
                vErrors.push(err33);
              }
              errors++;
            }
          }
        } else {
          const err34 = { instancePath, schemaPath: "#/oneOf/4/type", keyword: "type", params: { type: "object" }, schema: schema51.oneOf[4].type, parentSchema: schema51.oneOf[4], data };
          if (vErrors === null) {
            vErrors = [err34];
          } else {
            vErrors.push(err34);
          }
          errors++;
        }
        if (props0 !== true) {
          props0 = true;
        }
      } else if (tag0 === "failed") {
        if (data && typeof data == "object" && !Array.isArray(data)) {
          if (data.kind === void 0) {
            const err35 = { instancePath, schemaPath: "#/oneOf/5/required", keyword: "required", params: { missingProperty: "kind" }, schema: schema51.oneOf[5].required, parentSchema: schema51.oneOf[5], data };
            if (vErrors === null) {
              vErrors = [err35];
            } else {
              vErrors.push(err35);
            }
            errors++;
          }
          if (data.reason === void 0) {
            const err36 = { instancePath, schemaPath: "#/oneOf/5/required", keyword: "required", params: { missingProperty: "reason" }, schema: schema51.oneOf[5].required, parentSchema: schema51.oneOf[5], data };
            if (vErrors === null) {
              vErrors = [err36];
            } else {
              vErrors.push(err36);
            }
            errors++;
          }
          for (const key5 in data) {
            if (errors >= 100) break;
            if (!(key5 === "kind" || key5 === "reason")) {
              const err37 = { instancePath, schemaPath: "#/oneOf/5/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 }, schema: false, parentSchema: schema51.oneOf[5], data };
              if (vErrors === null) {
                vErrors = [err37];
              } else {
                vErrors.push(err37);
              }
              errors++;
            }
          }
          if (data.kind !== void 0) {
            let data10 = data.kind;
            if ("failed" !== data10) {
              const err38 = { instancePath: instancePath + "/kind", schemaPath: "#/oneOf/5/properties/kind/const", keyword: "const", params: { allowedValue: "failed" }, schema: "failed", parentSchema: schema51.oneOf[5].properties.kind, data: data10 };
              if (vErrors === null) {
                vErrors = [err38];
              } else {
                vErrors.push(err38);
              }
              errors++;
            }
          }
          if (data.reason !== void 0) {
            let data11 = data.reason;
            if (!(data11 === "child-died" || data11 === "child-misbehaved" || data11 === "start-failed" || data11 === "out-of-memory" || data11 === "unsupported" || data11 === "input-missing" || data11 === "restarted" || data11 === "internal")) {
              const err39 = { instancePath: instancePath + "/reason", schemaPath: "#/oneOf/5/properties/reason/enum", keyword: "enum", params: { allowedValues: schema51.oneOf[5].properties.reason.enum }, schema: schema51.oneOf[5].properties.reason.enum, parentSchema: schema51.oneOf[5].properties.reason, data: data11 };
              if (vErrors === null) {
                vErrors = [err39];
              } else {
                vErrors.push(err39);
              }
              errors++;
            }
          }
        } else {
          const err40 = { instancePath, schemaPath: "#/oneOf/5/type", keyword: "type", params: { type: "object" }, schema: schema51.oneOf[5].type, parentSchema: schema51.oneOf[5], data };
          if (vErrors === null) {
            vErrors = [err40];
          } else {
            vErrors.push(err40);
          }
          errors++;
        }
        if (props0 !== true) {
          props0 = true;
        }
      } else {
        const err41 = { instancePath, schemaPath: "#/discriminator", keyword: "discriminator", params: { error: "mapping", tag: "kind", tagValue: tag0 }, schema: schema51.discriminator, parentSchema: schema51, data };
        if (vErrors === null) {
          vErrors = [err41];
        } else {
          vErrors.push(err41);
        }
        errors++;
      }
    } else {
      const err42 = { instancePath, schemaPath: "#/discriminator", keyword: "discriminator", params: { error: "tag", tag: "kind", tagValue: tag0 }, schema: schema51.discriminator, parentSchema: schema51, data };
      if (vErrors === null) {
        vErrors = [err42];
      } else {
        vErrors.push(err42);
      }
      errors++;
    }
  } else {
    const err43 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema51.type, parentSchema: schema51, data };
    if (vErrors === null) {
      vErrors = [err43];
    } else {
      vErrors.push(err43);
    }
    errors++;
  }
  validate117.errors = vErrors;
  evaluated0.props = props0;
  return errors === 0;
}
validate117.evaluated = { "dynamicProps": true, "dynamicItems": false };
var schema52 = { "title": "Output", "type": "object", "additionalProperties": false, "required": ["digest", "bytes"], "properties": { "digest": { "$ref": "manifest.schema.json#/$defs/Digest" }, "bytes": { "type": "integer", "minimum": 0, "maximum": 1073741824 } } };
function validate107(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate107.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data === "string") {
    if (!pattern3.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^sha256:[0-9a-f]{64}$" }, schema: "^sha256:[0-9a-f]{64}$", parentSchema: schema22, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, schema: schema22.type, parentSchema: schema22, data };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate107.errors = vErrors;
  return errors === 0;
}
validate107.evaluated = { "dynamicProps": false, "dynamicItems": false };
function validate119(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate119.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.digest === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "digest" }, schema: schema52.required, parentSchema: schema52, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.bytes === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "bytes" }, schema: schema52.required, parentSchema: schema52, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 in data) {
      if (errors >= 100) break;
      if (!(key0 === "digest" || key0 === "bytes")) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema52, data };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.digest !== void 0) {
      if (!validate107(data.digest, { instancePath: instancePath + "/digest", parentData: data, parentDataProperty: "digest", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate107.errors : vErrors.concat(validate107.errors);
        errors = vErrors.length;
      }
    }
    if (data.bytes !== void 0) {
      let data1 = data.bytes;
      if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
        const err3 = { instancePath: instancePath + "/bytes", schemaPath: "#/properties/bytes/type", keyword: "type", params: { type: "integer" }, schema: schema52.properties.bytes.type, parentSchema: schema52.properties.bytes, data: data1 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      if (typeof data1 == "number" && isFinite(data1)) {
        if (data1 > 1073741824 || isNaN(data1)) {
          const err4 = { instancePath: instancePath + "/bytes", schemaPath: "#/properties/bytes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1073741824 }, schema: 1073741824, parentSchema: schema52.properties.bytes, data: data1 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        if (data1 < 0 || isNaN(data1)) {
          const err5 = { instancePath: instancePath + "/bytes", schemaPath: "#/properties/bytes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema52.properties.bytes, data: data1 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      }
    }
  } else {
    const err6 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema52.type, parentSchema: schema52, data };
    if (vErrors === null) {
      vErrors = [err6];
    } else {
      vErrors.push(err6);
    }
    errors++;
  }
  validate119.errors = vErrors;
  return errors === 0;
}
validate119.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema53 = { "title": "OutputFile", "type": "object", "additionalProperties": false, "required": ["path", "digest", "bytes"], "properties": { "path": { "$ref": "manifest.schema.json#/$defs/GuestPath" }, "digest": { "$ref": "manifest.schema.json#/$defs/Digest" }, "bytes": { "type": "integer", "minimum": 0, "maximum": 1073741824 } } };
var schema24 = { "title": "GuestPath", "type": "string", "maxLength": 1024, "pattern": "^(?:/(?!\\.{1,2}(?:/|$))[^/\\u0000]+)+$" };
var pattern7 = new RegExp("^(?:/(?!\\.{1,2}(?:/|$))[^/\\u0000]+)+$", "u");
function validate124(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate124.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data === "string") {
    if (func2(data) > 1024) {
      const err0 = { instancePath, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 1024 }, schema: 1024, parentSchema: schema24, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (!pattern7.test(data)) {
      const err1 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^(?:/(?!\\.{1,2}(?:/|$))[^/\\u0000]+)+$" }, schema: "^(?:/(?!\\.{1,2}(?:/|$))[^/\\u0000]+)+$", parentSchema: schema24, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  } else {
    const err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, schema: schema24.type, parentSchema: schema24, data };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  }
  validate124.errors = vErrors;
  return errors === 0;
}
validate124.evaluated = { "dynamicProps": false, "dynamicItems": false };
function validate123(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate123.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.path === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "path" }, schema: schema53.required, parentSchema: schema53, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.digest === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "digest" }, schema: schema53.required, parentSchema: schema53, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.bytes === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "bytes" }, schema: schema53.required, parentSchema: schema53, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    for (const key0 in data) {
      if (errors >= 100) break;
      if (!(key0 === "path" || key0 === "digest" || key0 === "bytes")) {
        const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema53, data };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.path !== void 0) {
      if (!validate124(data.path, { instancePath: instancePath + "/path", parentData: data, parentDataProperty: "path", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate124.errors : vErrors.concat(validate124.errors);
        errors = vErrors.length;
      }
    }
    if (data.digest !== void 0) {
      if (!validate107(data.digest, { instancePath: instancePath + "/digest", parentData: data, parentDataProperty: "digest", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate107.errors : vErrors.concat(validate107.errors);
        errors = vErrors.length;
      }
    }
    if (data.bytes !== void 0) {
      let data2 = data.bytes;
      if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2))) {
        const err4 = { instancePath: instancePath + "/bytes", schemaPath: "#/properties/bytes/type", keyword: "type", params: { type: "integer" }, schema: schema53.properties.bytes.type, parentSchema: schema53.properties.bytes, data: data2 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      if (typeof data2 == "number" && isFinite(data2)) {
        if (data2 > 1073741824 || isNaN(data2)) {
          const err5 = { instancePath: instancePath + "/bytes", schemaPath: "#/properties/bytes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1073741824 }, schema: 1073741824, parentSchema: schema53.properties.bytes, data: data2 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        if (data2 < 0 || isNaN(data2)) {
          const err6 = { instancePath: instancePath + "/bytes", schemaPath: "#/properties/bytes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema53.properties.bytes, data: data2 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      }
    }
  } else {
    const err7 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema53.type, parentSchema: schema53, data };
    if (vErrors === null) {
      vErrors = [err7];
    } else {
      vErrors.push(err7);
    }
    errors++;
  }
  validate123.errors = vErrors;
  return errors === 0;
}
validate123.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate145(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate145.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.outcome === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "outcome" }, schema: schema50.required, parentSchema: schema50, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.deterministic === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "deterministic" }, schema: schema50.required, parentSchema: schema50, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.fuel === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "fuel" }, schema: schema50.required, parentSchema: schema50, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.memoryBytes === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "memoryBytes" }, schema: schema50.required, parentSchema: schema50, data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.stdout === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "stdout" }, schema: schema50.required, parentSchema: schema50, data };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.stderr === void 0) {
      const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "stderr" }, schema: schema50.required, parentSchema: schema50, data };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    if (data.files === void 0) {
      const err6 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "files" }, schema: schema50.required, parentSchema: schema50, data };
      if (vErrors === null) {
        vErrors = [err6];
      } else {
        vErrors.push(err6);
      }
      errors++;
    }
    for (const key0 in data) {
      if (errors >= 100) break;
      if (!(key0 === "outcome" || key0 === "deterministic" || key0 === "fuel" || key0 === "memoryBytes" || key0 === "stdout" || key0 === "stderr" || key0 === "files")) {
        const err7 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema50, data };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.outcome !== void 0) {
      if (!validate117(data.outcome, { instancePath: instancePath + "/outcome", parentData: data, parentDataProperty: "outcome", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate117.errors : vErrors.concat(validate117.errors);
        errors = vErrors.length;
      }
    }
    if (data.deterministic !== void 0) {
      let data1 = data.deterministic;
      if (typeof data1 !== "boolean") {
        const err8 = { instancePath: instancePath + "/deterministic", schemaPath: "#/properties/deterministic/type", keyword: "type", params: { type: "boolean" }, schema: schema50.properties.deterministic.type, parentSchema: schema50.properties.deterministic, data: data1 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.fuel !== void 0) {
      let data2 = data.fuel;
      if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2)) && data2 !== null) {
        const err9 = { instancePath: instancePath + "/fuel", schemaPath: "#/properties/fuel/type", keyword: "type", params: { type: schema50.properties.fuel.type }, schema: schema50.properties.fuel.type, parentSchema: schema50.properties.fuel, data: data2 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
      if (typeof data2 == "number" && isFinite(data2)) {
        if (data2 > 9007199254740991 || isNaN(data2)) {
          const err10 = { instancePath: instancePath + "/fuel", schemaPath: "#/properties/fuel/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, schema: 9007199254740991, parentSchema: schema50.properties.fuel, data: data2 };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
        if (data2 < 0 || isNaN(data2)) {
          const err11 = { instancePath: instancePath + "/fuel", schemaPath: "#/properties/fuel/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema50.properties.fuel, data: data2 };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
      }
    }
    if (data.memoryBytes !== void 0) {
      let data3 = data.memoryBytes;
      if (!(typeof data3 == "number" && (!(data3 % 1) && !isNaN(data3)) && isFinite(data3)) && data3 !== null) {
        const err12 = { instancePath: instancePath + "/memoryBytes", schemaPath: "#/properties/memoryBytes/type", keyword: "type", params: { type: schema50.properties.memoryBytes.type }, schema: schema50.properties.memoryBytes.type, parentSchema: schema50.properties.memoryBytes, data: data3 };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
      if (typeof data3 == "number" && isFinite(data3)) {
        if (data3 > 4294967296 || isNaN(data3)) {
          const err13 = { instancePath: instancePath + "/memoryBytes", schemaPath: "#/properties/memoryBytes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967296 }, schema: 4294967296, parentSchema: schema50.properties.memoryBytes, data: data3 };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
        if (data3 < 0 || isNaN(data3)) {
          const err14 = { instancePath: instancePath + "/memoryBytes", schemaPath: "#/properties/memoryBytes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema50.properties.memoryBytes, data: data3 };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
      }
    }
    if (data.stdout !== void 0) {
      if (!validate119(data.stdout, { instancePath: instancePath + "/stdout", parentData: data, parentDataProperty: "stdout", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate119.errors : vErrors.concat(validate119.errors);
        errors = vErrors.length;
      }
    }
    if (data.stderr !== void 0) {
      if (!validate119(data.stderr, { instancePath: instancePath + "/stderr", parentData: data, parentDataProperty: "stderr", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate119.errors : vErrors.concat(validate119.errors);
        errors = vErrors.length;
      }
    }
    if (data.files !== void 0) {
      let data6 = data.files;
      if (Array.isArray(data6)) {
        if (data6.length > 4096) {
          const err15 = { instancePath: instancePath + "/files", schemaPath: "#/properties/files/maxItems", keyword: "maxItems", params: { limit: 4096 }, schema: 4096, parentSchema: schema50.properties.files, data: data6 };
          if (vErrors === null) {
            vErrors = [err15];
          } else {
            vErrors.push(err15);
          }
          errors++;
        }
        const len0 = data6.length;
        for (let i0 = 0; i0 < len0 && errors < 100; i0++) {
          if (!validate123(data6[i0], { instancePath: instancePath + "/files/" + i0, parentData: data6, parentDataProperty: i0, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate123.errors : vErrors.concat(validate123.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err16 = { instancePath: instancePath + "/files", schemaPath: "#/properties/files/type", keyword: "type", params: { type: "array" }, schema: schema50.properties.files.type, parentSchema: schema50.properties.files, data: data6 };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
    }
  } else {
    const err17 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema50.type, parentSchema: schema50, data };
    if (vErrors === null) {
      vErrors = [err17];
    } else {
      vErrors.push(err17);
    }
    errors++;
  }
  validate145.errors = vErrors;
  return errors === 0;
}
validate145.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate152(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate152.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data === "string") {
    if (!pattern9.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^12D3Koo[1-9A-HJ-NP-Za-km-z]{45}$" }, schema: "^12D3Koo[1-9A-HJ-NP-Za-km-z]{45}$", parentSchema: schema30, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, schema: schema30.type, parentSchema: schema30, data };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate152.errors = vErrors;
  return errors === 0;
}
validate152.evaluated = { "dynamicProps": false, "dynamicItems": false };
function validate101(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate101.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  const _errs0 = errors;
  let valid0 = false;
  let passing0 = null;
  const _errs1 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.kind === void 0) {
      const err0 = { instancePath, schemaPath: "#/oneOf/0/required", keyword: "required", params: { missingProperty: "kind" }, schema: schema43.oneOf[0].required, parentSchema: schema43.oneOf[0], data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.trust === void 0) {
      const err1 = { instancePath, schemaPath: "#/oneOf/0/required", keyword: "required", params: { missingProperty: "trust" }, schema: schema43.oneOf[0].required, parentSchema: schema43.oneOf[0], data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.result === void 0) {
      const err2 = { instancePath, schemaPath: "#/oneOf/0/required", keyword: "required", params: { missingProperty: "result" }, schema: schema43.oneOf[0].required, parentSchema: schema43.oneOf[0], data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.resultDigest === void 0) {
      const err3 = { instancePath, schemaPath: "#/oneOf/0/required", keyword: "required", params: { missingProperty: "resultDigest" }, schema: schema43.oneOf[0].required, parentSchema: schema43.oneOf[0], data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.agreeing === void 0) {
      const err4 = { instancePath, schemaPath: "#/oneOf/0/required", keyword: "required", params: { missingProperty: "agreeing" }, schema: schema43.oneOf[0].required, parentSchema: schema43.oneOf[0], data };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.dissenting === void 0) {
      const err5 = { instancePath, schemaPath: "#/oneOf/0/required", keyword: "required", params: { missingProperty: "dissenting" }, schema: schema43.oneOf[0].required, parentSchema: schema43.oneOf[0], data };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    if (data.cached === void 0) {
      const err6 = { instancePath, schemaPath: "#/oneOf/0/required", keyword: "required", params: { missingProperty: "cached" }, schema: schema43.oneOf[0].required, parentSchema: schema43.oneOf[0], data };
      if (vErrors === null) {
        vErrors = [err6];
      } else {
        vErrors.push(err6);
      }
      errors++;
    }
    if (data.kind !== void 0) {
      let data0 = data.kind;
      if ("result" !== data0) {
        const err7 = { instancePath: instancePath + "/kind", schemaPath: "#/oneOf/0/properties/kind/const", keyword: "const", params: { allowedValue: "result" }, schema: "result", parentSchema: schema43.oneOf[0].properties.kind, data: data0 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.trust !== void 0) {
      let data1 = data.trust;
      if (!(data1 === "own" || data1 === "single" || data1 === "agreed")) {
        const err8 = { instancePath: instancePath + "/trust", schemaPath: "#/oneOf/0/properties/trust/enum", keyword: "enum", params: { allowedValues: schema43.oneOf[0].properties.trust.enum }, schema: schema43.oneOf[0].properties.trust.enum, parentSchema: schema43.oneOf[0].properties.trust, data: data1 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.result !== void 0) {
      if (!validate145(data.result, { instancePath: instancePath + "/result", parentData: data, parentDataProperty: "result", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate145.errors : vErrors.concat(validate145.errors);
        errors = vErrors.length;
      }
    }
    if (data.resultDigest !== void 0) {
      if (!validate89(data.resultDigest, { instancePath: instancePath + "/resultDigest", parentData: data, parentDataProperty: "resultDigest", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate89.errors : vErrors.concat(validate89.errors);
        errors = vErrors.length;
      }
    }
    if (data.agreeing !== void 0) {
      let data4 = data.agreeing;
      if (Array.isArray(data4)) {
        const len0 = data4.length;
        for (let i0 = 0; i0 < len0 && errors < 100; i0++) {
          if (!validate152(data4[i0], { instancePath: instancePath + "/agreeing/" + i0, parentData: data4, parentDataProperty: i0, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate152.errors : vErrors.concat(validate152.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err9 = { instancePath: instancePath + "/agreeing", schemaPath: "#/oneOf/0/properties/agreeing/type", keyword: "type", params: { type: "array" }, schema: schema43.oneOf[0].properties.agreeing.type, parentSchema: schema43.oneOf[0].properties.agreeing, data: data4 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.dissenting !== void 0) {
      let data6 = data.dissenting;
      if (Array.isArray(data6)) {
        const len1 = data6.length;
        for (let i1 = 0; i1 < len1 && errors < 100; i1++) {
          if (!validate152(data6[i1], { instancePath: instancePath + "/dissenting/" + i1, parentData: data6, parentDataProperty: i1, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate152.errors : vErrors.concat(validate152.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err10 = { instancePath: instancePath + "/dissenting", schemaPath: "#/oneOf/0/properties/dissenting/type", keyword: "type", params: { type: "array" }, schema: schema43.oneOf[0].properties.dissenting.type, parentSchema: schema43.oneOf[0].properties.dissenting, data: data6 };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.cached !== void 0) {
      let data8 = data.cached;
      if (typeof data8 !== "boolean") {
        const err11 = { instancePath: instancePath + "/cached", schemaPath: "#/oneOf/0/properties/cached/type", keyword: "type", params: { type: "boolean" }, schema: schema43.oneOf[0].properties.cached.type, parentSchema: schema43.oneOf[0].properties.cached, data: data8 };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
  } else {
    const err12 = { instancePath, schemaPath: "#/oneOf/0/type", keyword: "type", params: { type: "object" }, schema: schema43.oneOf[0].type, parentSchema: schema43.oneOf[0], data };
    if (vErrors === null) {
      vErrors = [err12];
    } else {
      vErrors.push(err12);
    }
    errors++;
  }
  var _valid0 = _errs1 === errors;
  if (_valid0) {
    valid0 = true;
    passing0 = 0;
    var props0 = {};
    props0.kind = true;
    props0.trust = true;
    props0.result = true;
    props0.resultDigest = true;
    props0.agreeing = true;
    props0.dissenting = true;
    props0.cached = true;
  }
  const _errs15 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.kind === void 0) {
      const err13 = { instancePath, schemaPath: "#/oneOf/1/required", keyword: "required", params: { missingProperty: "kind" }, schema: schema43.oneOf[1].required, parentSchema: schema43.oneOf[1], data };
      if (vErrors === null) {
        vErrors = [err13];
      } else {
        vErrors.push(err13);
      }
      errors++;
    }
    if (data.code === void 0) {
      const err14 = { instancePath, schemaPath: "#/oneOf/1/required", keyword: "required", params: { missingProperty: "code" }, schema: schema43.oneOf[1].required, parentSchema: schema43.oneOf[1], data };
      if (vErrors === null) {
        vErrors = [err14];
      } else {
        vErrors.push(err14);
      }
      errors++;
    }
    if (data.reason === void 0) {
      const err15 = { instancePath, schemaPath: "#/oneOf/1/required", keyword: "required", params: { missingProperty: "reason" }, schema: schema43.oneOf[1].required, parentSchema: schema43.oneOf[1], data };
      if (vErrors === null) {
        vErrors = [err15];
      } else {
        vErrors.push(err15);
      }
      errors++;
    }
    if (data.kind !== void 0) {
      let data9 = data.kind;
      if ("failed" !== data9) {
        const err16 = { instancePath: instancePath + "/kind", schemaPath: "#/oneOf/1/properties/kind/const", keyword: "const", params: { allowedValue: "failed" }, schema: "failed", parentSchema: schema43.oneOf[1].properties.kind, data: data9 };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
    }
    if (data.code !== void 0) {
      let data10 = data.code;
      if (!(data10 === "NO_PEERS" || data10 === "NO_QUORUM" || data10 === "ATTEMPTS_EXHAUSTED" || data10 === "INPUT_LOST" || data10 === "INTERNAL")) {
        const err17 = { instancePath: instancePath + "/code", schemaPath: "#/oneOf/1/properties/code/enum", keyword: "enum", params: { allowedValues: schema43.oneOf[1].properties.code.enum }, schema: schema43.oneOf[1].properties.code.enum, parentSchema: schema43.oneOf[1].properties.code, data: data10 };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
    if (data.reason !== void 0) {
      let data11 = data.reason;
      if (typeof data11 !== "string") {
        const err18 = { instancePath: instancePath + "/reason", schemaPath: "#/oneOf/1/properties/reason/type", keyword: "type", params: { type: "string" }, schema: schema43.oneOf[1].properties.reason.type, parentSchema: schema43.oneOf[1].properties.reason, data: data11 };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
    }
    if (data.tried !== void 0) {
      let data12 = data.tried;
      if (Array.isArray(data12)) {
        const len2 = data12.length;
        for (let i2 = 0; i2 < len2 && errors < 100; i2++) {
          let data13 = data12[i2];
          if (data13 && typeof data13 == "object" && !Array.isArray(data13)) {
            if (data13.peer === void 0) {
              const err19 = { instancePath: instancePath + "/tried/" + i2, schemaPath: "#/oneOf/1/properties/tried/items/required", keyword: "required", params: { missingProperty: "peer" }, schema: schema43.oneOf[1].properties.tried.items.required, parentSchema: schema43.oneOf[1].properties.tried.items, data: data13 };
              if (vErrors === null) {
                vErrors = [err19];
              } else {
                vErrors.push(err19);
              }
              errors++;
            }
            if (data13.reason === void 0) {
              const err20 = { instancePath: instancePath + "/tried/" + i2, schemaPath: "#/oneOf/1/properties/tried/items/required", keyword: "required", params: { missingProperty: "reason" }, schema: schema43.oneOf[1].properties.tried.items.required, parentSchema: schema43.oneOf[1].properties.tried.items, data: data13 };
              if (vErrors === null) {
                vErrors = [err20];
              } else {
                vErrors.push(err20);
              }
              errors++;
            }
            if (data13.peer !== void 0) {
              let data14 = data13.peer;
              if (typeof data14 !== "string") {
                const err21 = { instancePath: instancePath + "/tried/" + i2 + "/peer", schemaPath: "#/oneOf/1/properties/tried/items/properties/peer/type", keyword: "type", params: { type: "string" }, schema: schema43.oneOf[1].properties.tried.items.properties.peer.type, parentSchema: schema43.oneOf[1].properties.tried.items.properties.peer, data: data14 };
                if (vErrors === null) {
                  vErrors = [err21];
                } else {
                  vErrors.push(err21);
                }
                errors++;
              }
            }
            if (data13.code !== void 0) {
              let data15 = data13.code;
              if (typeof data15 !== "string") {
                const err22 = { instancePath: instancePath + "/tried/" + i2 + "/code", schemaPath: "#/oneOf/1/properties/tried/items/properties/code/type", keyword: "type", params: { type: "string" }, schema: schema43.oneOf[1].properties.tried.items.properties.code.type, parentSchema: schema43.oneOf[1].properties.tried.items.properties.code, data: data15 };
                if (vErrors === null) {
                  vErrors = [err22];
                } else {
                  vErrors.push(err22);
                }
                errors++;
              }
            }
            if (data13.reason !== void 0) {
              let data16 = data13.reason;
              if (typeof data16 !== "string") {
                const err23 = { instancePath: instancePath + "/tried/" + i2 + "/reason", schemaPath: "#/oneOf/1/properties/tried/items/properties/reason/type", keyword: "type", params: { type: "string" }, schema: schema43.oneOf[1].properties.tried.items.properties.reason.type, parentSchema: schema43.oneOf[1].properties.tried.items.properties.reason, data: data16 };
                if (vErrors === null) {
                  vErrors = [err23];
                } else {
                  vErrors.push(err23);
                }
                errors++;
              }
            }
          } else {
            const err24 = { instancePath: instancePath + "/tried/" + i2, schemaPath: "#/oneOf/1/properties/tried/items/type", keyword: "type", params: { type: "object" }, schema: schema43.oneOf[1].properties.tried.items.type, parentSchema: schema43.oneOf[1].properties.tried.items, data: data13 };
            if (vErrors === null) {
              vErrors = [err24];
            } else {
              vErrors.push(err24);
            }
            errors++;
          }
        }
      } else {
        const err25 = { instancePath: instancePath + "/tried", schemaPath: "#/oneOf/1/properties/tried/type", keyword: "type", params: { type: "array" }, schema: schema43.oneOf[1].properties.tried.type, parentSchema: schema43.oneOf[1].properties.tried, data: data12 };
        if (vErrors === null) {
          vErrors = [err25];
        } else {
          vErrors.push(err25);
        }
        errors++;
      }
    }
    if (data.help !== void 0) {
      let data17 = data.help;
      if (typeof data17 !== "string") {
        const err26 = { instancePath: instancePath + "/help", schemaPath: "#/oneOf/1/properties/help/type", keyword: "type", params: { type: "string" }, schema: schema43.oneOf[1].properties.help.type, parentSchema: schema43.oneOf[1].properties.help, data: data17 };
        if (vErrors === null) {
          vErrors = [err26];
        } else {
          vErrors.push(err26);
        }
        errors++;
      }
    }
  } else {
    const err27 = { instancePath, schemaPath: "#/oneOf/1/type", keyword: "type", params: { type: "object" }, schema: schema43.oneOf[1].type, parentSchema: schema43.oneOf[1], data };
    if (vErrors === null) {
      vErrors = [err27];
    } else {
      vErrors.push(err27);
    }
    errors++;
  }
  var _valid0 = _errs15 === errors;
  if (_valid0 && valid0) {
    valid0 = false;
    passing0 = [passing0, 1];
  } else {
    if (_valid0) {
      valid0 = true;
      passing0 = 1;
      if (props0 !== true) {
        props0 = props0 || {};
        props0.kind = true;
        props0.code = true;
        props0.reason = true;
        props0.tried = true;
        props0.help = true;
      }
    }
    const _errs33 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.kind === void 0) {
        const err28 = { instancePath, schemaPath: "#/oneOf/2/required", keyword: "required", params: { missingProperty: "kind" }, schema: schema43.oneOf[2].required, parentSchema: schema43.oneOf[2], data };
        if (vErrors === null) {
          vErrors = [err28];
        } else {
          vErrors.push(err28);
        }
        errors++;
      }
      if (data.kind !== void 0) {
        let data18 = data.kind;
        if ("cancelled" !== data18) {
          const err29 = { instancePath: instancePath + "/kind", schemaPath: "#/oneOf/2/properties/kind/const", keyword: "const", params: { allowedValue: "cancelled" }, schema: "cancelled", parentSchema: schema43.oneOf[2].properties.kind, data: data18 };
          if (vErrors === null) {
            vErrors = [err29];
          } else {
            vErrors.push(err29);
          }
          errors++;
        }
      }
    } else {
      const err30 = { instancePath, schemaPath: "#/oneOf/2/type", keyword: "type", params: { type: "object" }, schema: schema43.oneOf[2].type, parentSchema: schema43.oneOf[2], data };
      if (vErrors === null) {
        vErrors = [err30];
      } else {
        vErrors.push(err30);
      }
      errors++;
    }
    var _valid0 = _errs33 === errors;
    if (_valid0 && valid0) {
      valid0 = false;
      passing0 = [passing0, 2];
    } else {
      if (_valid0) {
        valid0 = true;
        passing0 = 2;
        if (props0 !== true) {
          props0 = props0 || {};
          props0.kind = true;
        }
      }
    }
  }
  if (!valid0) {
    const err31 = { instancePath, schemaPath: "#/oneOf", keyword: "oneOf", params: { passingSchemas: passing0 }, schema: schema43.oneOf, parentSchema: schema43, data };
    if (vErrors === null) {
      vErrors = [err31];
    } else {
      vErrors.push(err31);
    }
    errors++;
  } else {
    errors = _errs0;
    if (vErrors !== null) {
      if (_errs0) {
        vErrors.length = _errs0;
      } else {
        vErrors = null;
      }
    }
  }
  validate101.errors = vErrors;
  evaluated0.props = props0;
  return errors === 0;
}
validate101.evaluated = { "dynamicProps": true, "dynamicItems": false };
function validate91(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate91.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.id === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" }, schema: schema39.required, parentSchema: schema39, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.createdAt === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "createdAt" }, schema: schema39.required, parentSchema: schema39, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.state === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "state" }, schema: schema39.required, parentSchema: schema39, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.task === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "task" }, schema: schema39.required, parentSchema: schema39, data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.request === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "request" }, schema: schema39.required, parentSchema: schema39, data };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.receipts === void 0) {
      const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "receipts" }, schema: schema39.required, parentSchema: schema39, data };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    if (data.id !== void 0) {
      if (!validate92(data.id, { instancePath: instancePath + "/id", parentData: data, parentDataProperty: "id", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate92.errors : vErrors.concat(validate92.errors);
        errors = vErrors.length;
      }
    }
    if (data.name !== void 0) {
      let data1 = data.name;
      if (typeof data1 !== "string") {
        const err6 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, schema: schema39.properties.name.type, parentSchema: schema39.properties.name, data: data1 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.createdAt !== void 0) {
      if (!validate94(data.createdAt, { instancePath: instancePath + "/createdAt", parentData: data, parentDataProperty: "createdAt", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate94.errors : vErrors.concat(validate94.errors);
        errors = vErrors.length;
      }
    }
    if (data.state !== void 0) {
      let data3 = data.state;
      if (!(data3 === "queued" || data3 === "placing" || data3 === "running" || data3 === "settled")) {
        const err7 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/enum", keyword: "enum", params: { allowedValues: schema39.properties.state.enum }, schema: schema39.properties.state.enum, parentSchema: schema39.properties.state, data: data3 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.task !== void 0) {
      if (!validate89(data.task, { instancePath: instancePath + "/task", parentData: data, parentDataProperty: "task", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate89.errors : vErrors.concat(validate89.errors);
        errors = vErrors.length;
      }
    }
    if (data.request !== void 0) {
      if (!validate97(data.request, { instancePath: instancePath + "/request", parentData: data, parentDataProperty: "request", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate97.errors : vErrors.concat(validate97.errors);
        errors = vErrors.length;
      }
    }
    if (data.receipts !== void 0) {
      let data6 = data.receipts;
      if (Array.isArray(data6)) {
        const len0 = data6.length;
        for (let i0 = 0; i0 < len0 && errors < 100; i0++) {
          if (!validate89(data6[i0], { instancePath: instancePath + "/receipts/" + i0, parentData: data6, parentDataProperty: i0, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate89.errors : vErrors.concat(validate89.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err8 = { instancePath: instancePath + "/receipts", schemaPath: "#/properties/receipts/type", keyword: "type", params: { type: "array" }, schema: schema39.properties.receipts.type, parentSchema: schema39.properties.receipts, data: data6 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.settlement !== void 0) {
      if (!validate101(data.settlement, { instancePath: instancePath + "/settlement", parentData: data, parentDataProperty: "settlement", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors);
        errors = vErrors.length;
      }
    }
    if (data.settledAt !== void 0) {
      if (!validate94(data.settledAt, { instancePath: instancePath + "/settledAt", parentData: data, parentDataProperty: "settledAt", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate94.errors : vErrors.concat(validate94.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err9 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema39.type, parentSchema: schema39, data };
    if (vErrors === null) {
      vErrors = [err9];
    } else {
      vErrors.push(err9);
    }
    errors++;
  }
  validate91.errors = vErrors;
  return errors === 0;
}
validate91.evaluated = { "props": { "id": true, "name": true, "createdAt": true, "state": true, "task": true, "request": true, "receipts": true, "settlement": true, "settledAt": true }, "dynamicProps": false, "dynamicItems": false };
var validateSettlement = validate157;
function validate157(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate157.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  const _errs0 = errors;
  let valid0 = false;
  let passing0 = null;
  const _errs1 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.kind === void 0) {
      const err0 = { instancePath, schemaPath: "#/oneOf/0/required", keyword: "required", params: { missingProperty: "kind" }, schema: schema43.oneOf[0].required, parentSchema: schema43.oneOf[0], data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.trust === void 0) {
      const err1 = { instancePath, schemaPath: "#/oneOf/0/required", keyword: "required", params: { missingProperty: "trust" }, schema: schema43.oneOf[0].required, parentSchema: schema43.oneOf[0], data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.result === void 0) {
      const err2 = { instancePath, schemaPath: "#/oneOf/0/required", keyword: "required", params: { missingProperty: "result" }, schema: schema43.oneOf[0].required, parentSchema: schema43.oneOf[0], data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.resultDigest === void 0) {
      const err3 = { instancePath, schemaPath: "#/oneOf/0/required", keyword: "required", params: { missingProperty: "resultDigest" }, schema: schema43.oneOf[0].required, parentSchema: schema43.oneOf[0], data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.agreeing === void 0) {
      const err4 = { instancePath, schemaPath: "#/oneOf/0/required", keyword: "required", params: { missingProperty: "agreeing" }, schema: schema43.oneOf[0].required, parentSchema: schema43.oneOf[0], data };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.dissenting === void 0) {
      const err5 = { instancePath, schemaPath: "#/oneOf/0/required", keyword: "required", params: { missingProperty: "dissenting" }, schema: schema43.oneOf[0].required, parentSchema: schema43.oneOf[0], data };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    if (data.cached === void 0) {
      const err6 = { instancePath, schemaPath: "#/oneOf/0/required", keyword: "required", params: { missingProperty: "cached" }, schema: schema43.oneOf[0].required, parentSchema: schema43.oneOf[0], data };
      if (vErrors === null) {
        vErrors = [err6];
      } else {
        vErrors.push(err6);
      }
      errors++;
    }
    if (data.kind !== void 0) {
      let data0 = data.kind;
      if ("result" !== data0) {
        const err7 = { instancePath: instancePath + "/kind", schemaPath: "#/oneOf/0/properties/kind/const", keyword: "const", params: { allowedValue: "result" }, schema: "result", parentSchema: schema43.oneOf[0].properties.kind, data: data0 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.trust !== void 0) {
      let data1 = data.trust;
      if (!(data1 === "own" || data1 === "single" || data1 === "agreed")) {
        const err8 = { instancePath: instancePath + "/trust", schemaPath: "#/oneOf/0/properties/trust/enum", keyword: "enum", params: { allowedValues: schema43.oneOf[0].properties.trust.enum }, schema: schema43.oneOf[0].properties.trust.enum, parentSchema: schema43.oneOf[0].properties.trust, data: data1 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.result !== void 0) {
      if (!validate145(data.result, { instancePath: instancePath + "/result", parentData: data, parentDataProperty: "result", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate145.errors : vErrors.concat(validate145.errors);
        errors = vErrors.length;
      }
    }
    if (data.resultDigest !== void 0) {
      if (!validate89(data.resultDigest, { instancePath: instancePath + "/resultDigest", parentData: data, parentDataProperty: "resultDigest", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate89.errors : vErrors.concat(validate89.errors);
        errors = vErrors.length;
      }
    }
    if (data.agreeing !== void 0) {
      let data4 = data.agreeing;
      if (Array.isArray(data4)) {
        const len0 = data4.length;
        for (let i0 = 0; i0 < len0 && errors < 100; i0++) {
          if (!validate152(data4[i0], { instancePath: instancePath + "/agreeing/" + i0, parentData: data4, parentDataProperty: i0, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate152.errors : vErrors.concat(validate152.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err9 = { instancePath: instancePath + "/agreeing", schemaPath: "#/oneOf/0/properties/agreeing/type", keyword: "type", params: { type: "array" }, schema: schema43.oneOf[0].properties.agreeing.type, parentSchema: schema43.oneOf[0].properties.agreeing, data: data4 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.dissenting !== void 0) {
      let data6 = data.dissenting;
      if (Array.isArray(data6)) {
        const len1 = data6.length;
        for (let i1 = 0; i1 < len1 && errors < 100; i1++) {
          if (!validate152(data6[i1], { instancePath: instancePath + "/dissenting/" + i1, parentData: data6, parentDataProperty: i1, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate152.errors : vErrors.concat(validate152.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err10 = { instancePath: instancePath + "/dissenting", schemaPath: "#/oneOf/0/properties/dissenting/type", keyword: "type", params: { type: "array" }, schema: schema43.oneOf[0].properties.dissenting.type, parentSchema: schema43.oneOf[0].properties.dissenting, data: data6 };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.cached !== void 0) {
      let data8 = data.cached;
      if (typeof data8 !== "boolean") {
        const err11 = { instancePath: instancePath + "/cached", schemaPath: "#/oneOf/0/properties/cached/type", keyword: "type", params: { type: "boolean" }, schema: schema43.oneOf[0].properties.cached.type, parentSchema: schema43.oneOf[0].properties.cached, data: data8 };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
  } else {
    const err12 = { instancePath, schemaPath: "#/oneOf/0/type", keyword: "type", params: { type: "object" }, schema: schema43.oneOf[0].type, parentSchema: schema43.oneOf[0], data };
    if (vErrors === null) {
      vErrors = [err12];
    } else {
      vErrors.push(err12);
    }
    errors++;
  }
  var _valid0 = _errs1 === errors;
  if (_valid0) {
    valid0 = true;
    passing0 = 0;
    var props0 = {};
    props0.kind = true;
    props0.trust = true;
    props0.result = true;
    props0.resultDigest = true;
    props0.agreeing = true;
    props0.dissenting = true;
    props0.cached = true;
  }
  const _errs15 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.kind === void 0) {
      const err13 = { instancePath, schemaPath: "#/oneOf/1/required", keyword: "required", params: { missingProperty: "kind" }, schema: schema43.oneOf[1].required, parentSchema: schema43.oneOf[1], data };
      if (vErrors === null) {
        vErrors = [err13];
      } else {
        vErrors.push(err13);
      }
      errors++;
    }
    if (data.code === void 0) {
      const err14 = { instancePath, schemaPath: "#/oneOf/1/required", keyword: "required", params: { missingProperty: "code" }, schema: schema43.oneOf[1].required, parentSchema: schema43.oneOf[1], data };
      if (vErrors === null) {
        vErrors = [err14];
      } else {
        vErrors.push(err14);
      }
      errors++;
    }
    if (data.reason === void 0) {
      const err15 = { instancePath, schemaPath: "#/oneOf/1/required", keyword: "required", params: { missingProperty: "reason" }, schema: schema43.oneOf[1].required, parentSchema: schema43.oneOf[1], data };
      if (vErrors === null) {
        vErrors = [err15];
      } else {
        vErrors.push(err15);
      }
      errors++;
    }
    if (data.kind !== void 0) {
      let data9 = data.kind;
      if ("failed" !== data9) {
        const err16 = { instancePath: instancePath + "/kind", schemaPath: "#/oneOf/1/properties/kind/const", keyword: "const", params: { allowedValue: "failed" }, schema: "failed", parentSchema: schema43.oneOf[1].properties.kind, data: data9 };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
    }
    if (data.code !== void 0) {
      let data10 = data.code;
      if (!(data10 === "NO_PEERS" || data10 === "NO_QUORUM" || data10 === "ATTEMPTS_EXHAUSTED" || data10 === "INPUT_LOST" || data10 === "INTERNAL")) {
        const err17 = { instancePath: instancePath + "/code", schemaPath: "#/oneOf/1/properties/code/enum", keyword: "enum", params: { allowedValues: schema43.oneOf[1].properties.code.enum }, schema: schema43.oneOf[1].properties.code.enum, parentSchema: schema43.oneOf[1].properties.code, data: data10 };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
    if (data.reason !== void 0) {
      let data11 = data.reason;
      if (typeof data11 !== "string") {
        const err18 = { instancePath: instancePath + "/reason", schemaPath: "#/oneOf/1/properties/reason/type", keyword: "type", params: { type: "string" }, schema: schema43.oneOf[1].properties.reason.type, parentSchema: schema43.oneOf[1].properties.reason, data: data11 };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
    }
    if (data.tried !== void 0) {
      let data12 = data.tried;
      if (Array.isArray(data12)) {
        const len2 = data12.length;
        for (let i2 = 0; i2 < len2 && errors < 100; i2++) {
          let data13 = data12[i2];
          if (data13 && typeof data13 == "object" && !Array.isArray(data13)) {
            if (data13.peer === void 0) {
              const err19 = { instancePath: instancePath + "/tried/" + i2, schemaPath: "#/oneOf/1/properties/tried/items/required", keyword: "required", params: { missingProperty: "peer" }, schema: schema43.oneOf[1].properties.tried.items.required, parentSchema: schema43.oneOf[1].properties.tried.items, data: data13 };
              if (vErrors === null) {
                vErrors = [err19];
              } else {
                vErrors.push(err19);
              }
              errors++;
            }
            if (data13.reason === void 0) {
              const err20 = { instancePath: instancePath + "/tried/" + i2, schemaPath: "#/oneOf/1/properties/tried/items/required", keyword: "required", params: { missingProperty: "reason" }, schema: schema43.oneOf[1].properties.tried.items.required, parentSchema: schema43.oneOf[1].properties.tried.items, data: data13 };
              if (vErrors === null) {
                vErrors = [err20];
              } else {
                vErrors.push(err20);
              }
              errors++;
            }
            if (data13.peer !== void 0) {
              let data14 = data13.peer;
              if (typeof data14 !== "string") {
                const err21 = { instancePath: instancePath + "/tried/" + i2 + "/peer", schemaPath: "#/oneOf/1/properties/tried/items/properties/peer/type", keyword: "type", params: { type: "string" }, schema: schema43.oneOf[1].properties.tried.items.properties.peer.type, parentSchema: schema43.oneOf[1].properties.tried.items.properties.peer, data: data14 };
                if (vErrors === null) {
                  vErrors = [err21];
                } else {
                  vErrors.push(err21);
                }
                errors++;
              }
            }
            if (data13.code !== void 0) {
              let data15 = data13.code;
              if (typeof data15 !== "string") {
                const err22 = { instancePath: instancePath + "/tried/" + i2 + "/code", schemaPath: "#/oneOf/1/properties/tried/items/properties/code/type", keyword: "type", params: { type: "string" }, schema: schema43.oneOf[1].properties.tried.items.properties.code.type, parentSchema: schema43.oneOf[1].properties.tried.items.properties.code, data: data15 };
                if (vErrors === null) {
                  vErrors = [err22];
                } else {
                  vErrors.push(err22);
                }
                errors++;
              }
            }
            if (data13.reason !== void 0) {
              let data16 = data13.reason;
              if (typeof data16 !== "string") {
                const err23 = { instancePath: instancePath + "/tried/" + i2 + "/reason", schemaPath: "#/oneOf/1/properties/tried/items/properties/reason/type", keyword: "type", params: { type: "string" }, schema: schema43.oneOf[1].properties.tried.items.properties.reason.type, parentSchema: schema43.oneOf[1].properties.tried.items.properties.reason, data: data16 };
                if (vErrors === null) {
                  vErrors = [err23];
                } else {
                  vErrors.push(err23);
                }
                errors++;
              }
            }
          } else {
            const err24 = { instancePath: instancePath + "/tried/" + i2, schemaPath: "#/oneOf/1/properties/tried/items/type", keyword: "type", params: { type: "object" }, schema: schema43.oneOf[1].properties.tried.items.type, parentSchema: schema43.oneOf[1].properties.tried.items, data: data13 };
            if (vErrors === null) {
              vErrors = [err24];
            } else {
              vErrors.push(err24);
            }
            errors++;
          }
        }
      } else {
        const err25 = { instancePath: instancePath + "/tried", schemaPath: "#/oneOf/1/properties/tried/type", keyword: "type", params: { type: "array" }, schema: schema43.oneOf[1].properties.tried.type, parentSchema: schema43.oneOf[1].properties.tried, data: data12 };
        if (vErrors === null) {
          vErrors = [err25];
        } else {
          vErrors.push(err25);
        }
        errors++;
      }
    }
    if (data.help !== void 0) {
      let data17 = data.help;
      if (typeof data17 !== "string") {
        const err26 = { instancePath: instancePath + "/help", schemaPath: "#/oneOf/1/properties/help/type", keyword: "type", params: { type: "string" }, schema: schema43.oneOf[1].properties.help.type, parentSchema: schema43.oneOf[1].properties.help, data: data17 };
        if (vErrors === null) {
          vErrors = [err26];
        } else {
          vErrors.push(err26);
        }
        errors++;
      }
    }
  } else {
    const err27 = { instancePath, schemaPath: "#/oneOf/1/type", keyword: "type", params: { type: "object" }, schema: schema43.oneOf[1].type, parentSchema: schema43.oneOf[1], data };
    if (vErrors === null) {
      vErrors = [err27];
    } else {
      vErrors.push(err27);
    }
    errors++;
  }
  var _valid0 = _errs15 === errors;
  if (_valid0 && valid0) {
    valid0 = false;
    passing0 = [passing0, 1];
  } else {
    if (_valid0) {
      valid0 = true;
      passing0 = 1;
      if (props0 !== true) {
        props0 = props0 || {};
        props0.kind = true;
        props0.code = true;
        props0.reason = true;
        props0.tried = true;
        props0.help = true;
      }
    }
    const _errs33 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.kind === void 0) {
        const err28 = { instancePath, schemaPath: "#/oneOf/2/required", keyword: "required", params: { missingProperty: "kind" }, schema: schema43.oneOf[2].required, parentSchema: schema43.oneOf[2], data };
        if (vErrors === null) {
          vErrors = [err28];
        } else {
          vErrors.push(err28);
        }
        errors++;
      }
      if (data.kind !== void 0) {
        let data18 = data.kind;
        if ("cancelled" !== data18) {
          const err29 = { instancePath: instancePath + "/kind", schemaPath: "#/oneOf/2/properties/kind/const", keyword: "const", params: { allowedValue: "cancelled" }, schema: "cancelled", parentSchema: schema43.oneOf[2].properties.kind, data: data18 };
          if (vErrors === null) {
            vErrors = [err29];
          } else {
            vErrors.push(err29);
          }
          errors++;
        }
      }
    } else {
      const err30 = { instancePath, schemaPath: "#/oneOf/2/type", keyword: "type", params: { type: "object" }, schema: schema43.oneOf[2].type, parentSchema: schema43.oneOf[2], data };
      if (vErrors === null) {
        vErrors = [err30];
      } else {
        vErrors.push(err30);
      }
      errors++;
    }
    var _valid0 = _errs33 === errors;
    if (_valid0 && valid0) {
      valid0 = false;
      passing0 = [passing0, 2];
    } else {
      if (_valid0) {
        valid0 = true;
        passing0 = 2;
        if (props0 !== true) {
          props0 = props0 || {};
          props0.kind = true;
        }
      }
    }
  }
  if (!valid0) {
    const err31 = { instancePath, schemaPath: "#/oneOf", keyword: "oneOf", params: { passingSchemas: passing0 }, schema: schema43.oneOf, parentSchema: schema43, data };
    if (vErrors === null) {
      vErrors = [err31];
    } else {
      vErrors.push(err31);
    }
    errors++;
  } else {
    errors = _errs0;
    if (vErrors !== null) {
      if (_errs0) {
        vErrors.length = _errs0;
      } else {
        vErrors = null;
      }
    }
  }
  validate157.errors = vErrors;
  evaluated0.props = props0;
  return errors === 0;
}
validate157.evaluated = { "dynamicProps": true, "dynamicItems": false };
var validateJobEvent = validate162;
var schema63 = { "title": "JobEvent", "type": "object", "required": ["job", "sequence", "at", "type", "data"], "properties": { "job": { "$ref": "order.schema.json#/$defs/JobId" }, "sequence": { "type": "integer", "minimum": 1 }, "at": { "$ref": "order.schema.json#/$defs/Time" }, "type": { "enum": ["queued", "placing", "peer", "attempt", "fetching", "waiting", "started", "progress", "output", "output-elided", "attempt-failed", "receipt", "settled"] }, "data": { "type": "object" } } };
function validate162(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate162.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.job === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "job" }, schema: schema63.required, parentSchema: schema63, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.sequence === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "sequence" }, schema: schema63.required, parentSchema: schema63, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.at === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "at" }, schema: schema63.required, parentSchema: schema63, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.type === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, schema: schema63.required, parentSchema: schema63, data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.data === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "data" }, schema: schema63.required, parentSchema: schema63, data };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.job !== void 0) {
      if (!validate92(data.job, { instancePath: instancePath + "/job", parentData: data, parentDataProperty: "job", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate92.errors : vErrors.concat(validate92.errors);
        errors = vErrors.length;
      }
    }
    if (data.sequence !== void 0) {
      let data1 = data.sequence;
      if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
        const err5 = { instancePath: instancePath + "/sequence", schemaPath: "#/properties/sequence/type", keyword: "type", params: { type: "integer" }, schema: schema63.properties.sequence.type, parentSchema: schema63.properties.sequence, data: data1 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
      if (typeof data1 == "number" && isFinite(data1)) {
        if (data1 < 1 || isNaN(data1)) {
          const err6 = { instancePath: instancePath + "/sequence", schemaPath: "#/properties/sequence/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema63.properties.sequence, data: data1 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      }
    }
    if (data.at !== void 0) {
      if (!validate94(data.at, { instancePath: instancePath + "/at", parentData: data, parentDataProperty: "at", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate94.errors : vErrors.concat(validate94.errors);
        errors = vErrors.length;
      }
    }
    if (data.type !== void 0) {
      let data3 = data.type;
      if (!(data3 === "queued" || data3 === "placing" || data3 === "peer" || data3 === "attempt" || data3 === "fetching" || data3 === "waiting" || data3 === "started" || data3 === "progress" || data3 === "output" || data3 === "output-elided" || data3 === "attempt-failed" || data3 === "receipt" || data3 === "settled")) {
        const err7 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/enum", keyword: "enum", params: { allowedValues: schema63.properties.type.enum }, schema: schema63.properties.type.enum, parentSchema: schema63.properties.type, data: data3 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.data !== void 0) {
      let data4 = data.data;
      if (!(data4 && typeof data4 == "object" && !Array.isArray(data4))) {
        const err8 = { instancePath: instancePath + "/data", schemaPath: "#/properties/data/type", keyword: "type", params: { type: "object" }, schema: schema63.properties.data.type, parentSchema: schema63.properties.data, data: data4 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
  } else {
    const err9 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema63.type, parentSchema: schema63, data };
    if (vErrors === null) {
      vErrors = [err9];
    } else {
      vErrors.push(err9);
    }
    errors++;
  }
  validate162.errors = vErrors;
  return errors === 0;
}
validate162.evaluated = { "props": { "job": true, "sequence": true, "at": true, "type": true, "data": true }, "dynamicProps": false, "dynamicItems": false };
var validateNodeView = validate165;
var schema64 = { "title": "NodeView", "type": "object", "required": ["peerId", "version", "startedAt", "addresses", "share", "isolation", "runtimes", "anyRuntime", "slots", "running", "queued", "shared", "connectedPeers", "reachability", "store"], "properties": { "peerId": { "$ref": "order.schema.json#/$defs/PeerId" }, "version": { "type": "string" }, "startedAt": { "$ref": "order.schema.json#/$defs/Time" }, "addresses": { "type": "array", "items": { "type": "string" } }, "share": { "enum": ["nobody", "allowlist", "anyone"] }, "isolation": { "enum": ["full", "reduced"] }, "isolationReason": { "type": "string" }, "runtimes": { "type": "array", "items": { "type": "string" } }, "anyRuntime": { "type": "string" }, "slots": { "type": "integer" }, "running": { "type": "integer" }, "queued": { "type": "integer" }, "shared": { "title": "SharedView", "type": "object", "required": ["slots", "memoryBytes", "queue", "queuePerPeer", "perPeer", "strangers"], "properties": { "slots": { "type": "integer" }, "memoryBytes": { "type": "integer" }, "queue": { "type": "integer" }, "queuePerPeer": { "type": "integer" }, "perPeer": { "$ref": "config.schema.json#/$defs/PeerQuota" }, "strangers": { "$ref": "config.schema.json#/$defs/StrangersQuota" } } }, "connectedPeers": { "type": "integer" }, "routingTableSize": { "type": "integer" }, "reachability": { "$ref": "#/$defs/Reachability" }, "networkSize": { "type": "integer" }, "store": { "type": "object", "required": ["blobBytes", "blobQuotaBytes"], "properties": { "blobBytes": { "type": "integer" }, "blobQuotaBytes": { "type": "integer" } } } } };
var schema73 = { "title": "PeerQuota", "type": "object", "additionalProperties": false, "properties": { "jobsPerMinute": { "type": "integer", "minimum": 1, "maximum": 1e6, "default": 3e3 }, "fuelPerMinute": { "type": "integer", "minimum": 1, "maximum": 9007199254740991, "default": 1e12 }, "bytesPerMinute": { "type": "integer", "minimum": 1, "maximum": 9007199254740991, "default": 1073741824 }, "blobBytes": { "type": "integer", "minimum": 1048576, "maximum": 9007199254740991, "default": 1073741824 } } };
function validate198(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate198.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.jobsPerMinute === void 0) {
      data.jobsPerMinute = 3e3;
    }
    if (data.fuelPerMinute === void 0) {
      data.fuelPerMinute = 1e12;
    }
    if (data.bytesPerMinute === void 0) {
      data.bytesPerMinute = 1073741824;
    }
    if (data.blobBytes === void 0) {
      data.blobBytes = 1073741824;
    }
    for (const key0 in data) {
      if (errors >= 100) break;
      if (!(key0 === "jobsPerMinute" || key0 === "fuelPerMinute" || key0 === "bytesPerMinute" || key0 === "blobBytes")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema73, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    let data0 = data.jobsPerMinute;
    if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)) && isFinite(data0))) {
      const err1 = { instancePath: instancePath + "/jobsPerMinute", schemaPath: "#/properties/jobsPerMinute/type", keyword: "type", params: { type: "integer" }, schema: schema73.properties.jobsPerMinute.type, parentSchema: schema73.properties.jobsPerMinute, data: data0 };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (typeof data0 == "number" && isFinite(data0)) {
      if (data0 > 1e6 || isNaN(data0)) {
        const err2 = { instancePath: instancePath + "/jobsPerMinute", schemaPath: "#/properties/jobsPerMinute/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e6 }, schema: 1e6, parentSchema: schema73.properties.jobsPerMinute, data: data0 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      if (data0 < 1 || isNaN(data0)) {
        const err3 = { instancePath: instancePath + "/jobsPerMinute", schemaPath: "#/properties/jobsPerMinute/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema73.properties.jobsPerMinute, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    let data1 = data.fuelPerMinute;
    if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
      const err4 = { instancePath: instancePath + "/fuelPerMinute", schemaPath: "#/properties/fuelPerMinute/type", keyword: "type", params: { type: "integer" }, schema: schema73.properties.fuelPerMinute.type, parentSchema: schema73.properties.fuelPerMinute, data: data1 };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (typeof data1 == "number" && isFinite(data1)) {
      if (data1 > 9007199254740991 || isNaN(data1)) {
        const err5 = { instancePath: instancePath + "/fuelPerMinute", schemaPath: "#/properties/fuelPerMinute/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, schema: 9007199254740991, parentSchema: schema73.properties.fuelPerMinute, data: data1 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
      if (data1 < 1 || isNaN(data1)) {
        const err6 = { instancePath: instancePath + "/fuelPerMinute", schemaPath: "#/properties/fuelPerMinute/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema73.properties.fuelPerMinute, data: data1 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    let data2 = data.bytesPerMinute;
    if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2))) {
      const err7 = { instancePath: instancePath + "/bytesPerMinute", schemaPath: "#/properties/bytesPerMinute/type", keyword: "type", params: { type: "integer" }, schema: schema73.properties.bytesPerMinute.type, parentSchema: schema73.properties.bytesPerMinute, data: data2 };
      if (vErrors === null) {
        vErrors = [err7];
      } else {
        vErrors.push(err7);
      }
      errors++;
    }
    if (typeof data2 == "number" && isFinite(data2)) {
      if (data2 > 9007199254740991 || isNaN(data2)) {
        const err8 = { instancePath: instancePath + "/bytesPerMinute", schemaPath: "#/properties/bytesPerMinute/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, schema: 9007199254740991, parentSchema: schema73.properties.bytesPerMinute, data: data2 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
      if (data2 < 1 || isNaN(data2)) {
        const err9 = { instancePath: instancePath + "/bytesPerMinute", schemaPath: "#/properties/bytesPerMinute/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema73.properties.bytesPerMinute, data: data2 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    let data3 = data.blobBytes;
    if (!(typeof data3 == "number" && (!(data3 % 1) && !isNaN(data3)) && isFinite(data3))) {
      const err10 = { instancePath: instancePath + "/blobBytes", schemaPath: "#/properties/blobBytes/type", keyword: "type", params: { type: "integer" }, schema: schema73.properties.blobBytes.type, parentSchema: schema73.properties.blobBytes, data: data3 };
      if (vErrors === null) {
        vErrors = [err10];
      } else {
        vErrors.push(err10);
      }
      errors++;
    }
    if (typeof data3 == "number" && isFinite(data3)) {
      if (data3 > 9007199254740991 || isNaN(data3)) {
        const err11 = { instancePath: instancePath + "/blobBytes", schemaPath: "#/properties/blobBytes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, schema: 9007199254740991, parentSchema: schema73.properties.blobBytes, data: data3 };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
      if (data3 < 1048576 || isNaN(data3)) {
        const err12 = { instancePath: instancePath + "/blobBytes", schemaPath: "#/properties/blobBytes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1048576 }, schema: 1048576, parentSchema: schema73.properties.blobBytes, data: data3 };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
  } else {
    const err13 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema73.type, parentSchema: schema73, data };
    if (vErrors === null) {
      vErrors = [err13];
    } else {
      vErrors.push(err13);
    }
    errors++;
  }
  validate198.errors = vErrors;
  return errors === 0;
}
validate198.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema74 = { "title": "StrangersQuota", "type": "object", "additionalProperties": false, "properties": { "jobsPerMinute": { "type": "integer", "minimum": 1, "maximum": 1e6, "default": 6e3 }, "fuelPerMinute": { "type": "integer", "minimum": 1, "maximum": 9007199254740991, "default": 4e12 }, "bytesPerMinute": { "type": "integer", "minimum": 1, "maximum": 9007199254740991, "default": 4294967296 }, "blobBytes": { "type": "integer", "minimum": 1048576, "maximum": 9007199254740991, "default": 4294967296 } } };
function validate200(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate200.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.jobsPerMinute === void 0) {
      data.jobsPerMinute = 6e3;
    }
    if (data.fuelPerMinute === void 0) {
      data.fuelPerMinute = 4e12;
    }
    if (data.bytesPerMinute === void 0) {
      data.bytesPerMinute = 4294967296;
    }
    if (data.blobBytes === void 0) {
      data.blobBytes = 4294967296;
    }
    for (const key0 in data) {
      if (errors >= 100) break;
      if (!(key0 === "jobsPerMinute" || key0 === "fuelPerMinute" || key0 === "bytesPerMinute" || key0 === "blobBytes")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema74, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    let data0 = data.jobsPerMinute;
    if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)) && isFinite(data0))) {
      const err1 = { instancePath: instancePath + "/jobsPerMinute", schemaPath: "#/properties/jobsPerMinute/type", keyword: "type", params: { type: "integer" }, schema: schema74.properties.jobsPerMinute.type, parentSchema: schema74.properties.jobsPerMinute, data: data0 };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (typeof data0 == "number" && isFinite(data0)) {
      if (data0 > 1e6 || isNaN(data0)) {
        const err2 = { instancePath: instancePath + "/jobsPerMinute", schemaPath: "#/properties/jobsPerMinute/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e6 }, schema: 1e6, parentSchema: schema74.properties.jobsPerMinute, data: data0 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      if (data0 < 1 || isNaN(data0)) {
        const err3 = { instancePath: instancePath + "/jobsPerMinute", schemaPath: "#/properties/jobsPerMinute/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema74.properties.jobsPerMinute, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    let data1 = data.fuelPerMinute;
    if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
      const err4 = { instancePath: instancePath + "/fuelPerMinute", schemaPath: "#/properties/fuelPerMinute/type", keyword: "type", params: { type: "integer" }, schema: schema74.properties.fuelPerMinute.type, parentSchema: schema74.properties.fuelPerMinute, data: data1 };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (typeof data1 == "number" && isFinite(data1)) {
      if (data1 > 9007199254740991 || isNaN(data1)) {
        const err5 = { instancePath: instancePath + "/fuelPerMinute", schemaPath: "#/properties/fuelPerMinute/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, schema: 9007199254740991, parentSchema: schema74.properties.fuelPerMinute, data: data1 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
      if (data1 < 1 || isNaN(data1)) {
        const err6 = { instancePath: instancePath + "/fuelPerMinute", schemaPath: "#/properties/fuelPerMinute/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema74.properties.fuelPerMinute, data: data1 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    let data2 = data.bytesPerMinute;
    if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2))) {
      const err7 = { instancePath: instancePath + "/bytesPerMinute", schemaPath: "#/properties/bytesPerMinute/type", keyword: "type", params: { type: "integer" }, schema: schema74.properties.bytesPerMinute.type, parentSchema: schema74.properties.bytesPerMinute, data: data2 };
      if (vErrors === null) {
        vErrors = [err7];
      } else {
        vErrors.push(err7);
      }
      errors++;
    }
    if (typeof data2 == "number" && isFinite(data2)) {
      if (data2 > 9007199254740991 || isNaN(data2)) {
        const err8 = { instancePath: instancePath + "/bytesPerMinute", schemaPath: "#/properties/bytesPerMinute/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, schema: 9007199254740991, parentSchema: schema74.properties.bytesPerMinute, data: data2 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
      if (data2 < 1 || isNaN(data2)) {
        const err9 = { instancePath: instancePath + "/bytesPerMinute", schemaPath: "#/properties/bytesPerMinute/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema74.properties.bytesPerMinute, data: data2 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    let data3 = data.blobBytes;
    if (!(typeof data3 == "number" && (!(data3 % 1) && !isNaN(data3)) && isFinite(data3))) {
      const err10 = { instancePath: instancePath + "/blobBytes", schemaPath: "#/properties/blobBytes/type", keyword: "type", params: { type: "integer" }, schema: schema74.properties.blobBytes.type, parentSchema: schema74.properties.blobBytes, data: data3 };
      if (vErrors === null) {
        vErrors = [err10];
      } else {
        vErrors.push(err10);
      }
      errors++;
    }
    if (typeof data3 == "number" && isFinite(data3)) {
      if (data3 > 9007199254740991 || isNaN(data3)) {
        const err11 = { instancePath: instancePath + "/blobBytes", schemaPath: "#/properties/blobBytes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, schema: 9007199254740991, parentSchema: schema74.properties.blobBytes, data: data3 };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
      if (data3 < 1048576 || isNaN(data3)) {
        const err12 = { instancePath: instancePath + "/blobBytes", schemaPath: "#/properties/blobBytes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1048576 }, schema: 1048576, parentSchema: schema74.properties.blobBytes, data: data3 };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
  } else {
    const err13 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema74.type, parentSchema: schema74, data };
    if (vErrors === null) {
      vErrors = [err13];
    } else {
      vErrors.push(err13);
    }
    errors++;
  }
  validate200.errors = vErrors;
  return errors === 0;
}
validate200.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema82 = { "title": "ReachabilityView", "type": "object", "required": ["verdict", "direct", "relays", "mapped", "upnp"], "properties": { "verdict": { "enum": ["reachable", "relayed", "unreachable", "unknown"] }, "direct": { "type": "array", "items": { "type": "string" } }, "relays": { "type": "array", "items": { "$ref": "order.schema.json#/$defs/PeerId" } }, "mapped": { "type": "array", "items": { "type": "string" } }, "upnp": { "type": "boolean" }, "serves": { "type": "object", "required": ["reservations", "maxReservations"], "properties": { "reservations": { "type": "integer" }, "maxReservations": { "type": "integer" } } } } };
function validate202(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate202.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.verdict === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "verdict" }, schema: schema82.required, parentSchema: schema82, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.direct === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "direct" }, schema: schema82.required, parentSchema: schema82, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.relays === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "relays" }, schema: schema82.required, parentSchema: schema82, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.mapped === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "mapped" }, schema: schema82.required, parentSchema: schema82, data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.upnp === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "upnp" }, schema: schema82.required, parentSchema: schema82, data };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.verdict !== void 0) {
      let data0 = data.verdict;
      if (!(data0 === "reachable" || data0 === "relayed" || data0 === "unreachable" || data0 === "unknown")) {
        const err5 = { instancePath: instancePath + "/verdict", schemaPath: "#/properties/verdict/enum", keyword: "enum", params: { allowedValues: schema82.properties.verdict.enum }, schema: schema82.properties.verdict.enum, parentSchema: schema82.properties.verdict, data: data0 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.direct !== void 0) {
      let data1 = data.direct;
      if (Array.isArray(data1)) {
        const len0 = data1.length;
        for (let i0 = 0; i0 < len0 && errors < 100; i0++) {
          let data2 = data1[i0];
          if (typeof data2 !== "string") {
            const err6 = { instancePath: instancePath + "/direct/" + i0, schemaPath: "#/properties/direct/items/type", keyword: "type", params: { type: "string" }, schema: schema82.properties.direct.items.type, parentSchema: schema82.properties.direct.items, data: data2 };
            if (vErrors === null) {
              vErrors = [err6];
            } else {
              vErrors.push(err6);
            }
            errors++;
          }
        }
      } else {
        const err7 = { instancePath: instancePath + "/direct", schemaPath: "#/properties/direct/type", keyword: "type", params: { type: "array" }, schema: schema82.properties.direct.type, parentSchema: schema82.properties.direct, data: data1 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.relays !== void 0) {
      let data3 = data.relays;
      if (Array.isArray(data3)) {
        const len1 = data3.length;
        for (let i1 = 0; i1 < len1 && errors < 100; i1++) {
          if (!validate152(data3[i1], { instancePath: instancePath + "/relays/" + i1, parentData: data3, parentDataProperty: i1, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate152.errors : vErrors.concat(validate152.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err8 = { instancePath: instancePath + "/relays", schemaPath: "#/properties/relays/type", keyword: "type", params: { type: "array" }, schema: schema82.properties.relays.type, parentSchema: schema82.properties.relays, data: data3 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.mapped !== void 0) {
      let data5 = data.mapped;
      if (Array.isArray(data5)) {
        const len2 = data5.length;
        for (let i2 = 0; i2 < len2 && errors < 100; i2++) {
          let data6 = data5[i2];
          if (typeof data6 !== "string") {
            const err9 = { instancePath: instancePath + "/mapped/" + i2, schemaPath: "#/properties/mapped/items/type", keyword: "type", params: { type: "string" }, schema: schema82.properties.mapped.items.type, parentSchema: schema82.properties.mapped.items, data: data6 };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
        }
      } else {
        const err10 = { instancePath: instancePath + "/mapped", schemaPath: "#/properties/mapped/type", keyword: "type", params: { type: "array" }, schema: schema82.properties.mapped.type, parentSchema: schema82.properties.mapped, data: data5 };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.upnp !== void 0) {
      let data7 = data.upnp;
      if (typeof data7 !== "boolean") {
        const err11 = { instancePath: instancePath + "/upnp", schemaPath: "#/properties/upnp/type", keyword: "type", params: { type: "boolean" }, schema: schema82.properties.upnp.type, parentSchema: schema82.properties.upnp, data: data7 };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.serves !== void 0) {
      let data8 = data.serves;
      if (data8 && typeof data8 == "object" && !Array.isArray(data8)) {
        if (data8.reservations === void 0) {
          const err12 = { instancePath: instancePath + "/serves", schemaPath: "#/properties/serves/required", keyword: "required", params: { missingProperty: "reservations" }, schema: schema82.properties.serves.required, parentSchema: schema82.properties.serves, data: data8 };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
        if (data8.maxReservations === void 0) {
          const err13 = { instancePath: instancePath + "/serves", schemaPath: "#/properties/serves/required", keyword: "required", params: { missingProperty: "maxReservations" }, schema: schema82.properties.serves.required, parentSchema: schema82.properties.serves, data: data8 };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
        if (data8.reservations !== void 0) {
          let data9 = data8.reservations;
          if (!(typeof data9 == "number" && (!(data9 % 1) && !isNaN(data9)) && isFinite(data9))) {
            const err14 = { instancePath: instancePath + "/serves/reservations", schemaPath: "#/properties/serves/properties/reservations/type", keyword: "type", params: { type: "integer" }, schema: schema82.properties.serves.properties.reservations.type, parentSchema: schema82.properties.serves.properties.reservations, data: data9 };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
        }
        if (data8.maxReservations !== void 0) {
          let data10 = data8.maxReservations;
          if (!(typeof data10 == "number" && (!(data10 % 1) && !isNaN(data10)) && isFinite(data10))) {
            const err15 = { instancePath: instancePath + "/serves/maxReservations", schemaPath: "#/properties/serves/properties/maxReservations/type", keyword: "type", params: { type: "integer" }, schema: schema82.properties.serves.properties.maxReservations.type, parentSchema: schema82.properties.serves.properties.maxReservations, data: data10 };
            if (vErrors === null) {
              vErrors = [err15];
            } else {
              vErrors.push(err15);
            }
            errors++;
          }
        }
      } else {
        const err16 = { instancePath: instancePath + "/serves", schemaPath: "#/properties/serves/type", keyword: "type", params: { type: "object" }, schema: schema82.properties.serves.type, parentSchema: schema82.properties.serves, data: data8 };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
    }
  } else {
    const err17 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema82.type, parentSchema: schema82, data };
    if (vErrors === null) {
      vErrors = [err17];
    } else {
      vErrors.push(err17);
    }
    errors++;
  }
  validate202.errors = vErrors;
  return errors === 0;
}
validate202.evaluated = { "props": { "verdict": true, "direct": true, "relays": true, "mapped": true, "upnp": true, "serves": true }, "dynamicProps": false, "dynamicItems": false };
function validate165(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate165.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.peerId === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "peerId" }, schema: schema64.required, parentSchema: schema64, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.version === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "version" }, schema: schema64.required, parentSchema: schema64, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.startedAt === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "startedAt" }, schema: schema64.required, parentSchema: schema64, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.addresses === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "addresses" }, schema: schema64.required, parentSchema: schema64, data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.share === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "share" }, schema: schema64.required, parentSchema: schema64, data };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.isolation === void 0) {
      const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "isolation" }, schema: schema64.required, parentSchema: schema64, data };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    if (data.runtimes === void 0) {
      const err6 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "runtimes" }, schema: schema64.required, parentSchema: schema64, data };
      if (vErrors === null) {
        vErrors = [err6];
      } else {
        vErrors.push(err6);
      }
      errors++;
    }
    if (data.anyRuntime === void 0) {
      const err7 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "anyRuntime" }, schema: schema64.required, parentSchema: schema64, data };
      if (vErrors === null) {
        vErrors = [err7];
      } else {
        vErrors.push(err7);
      }
      errors++;
    }
    if (data.slots === void 0) {
      const err8 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "slots" }, schema: schema64.required, parentSchema: schema64, data };
      if (vErrors === null) {
        vErrors = [err8];
      } else {
        vErrors.push(err8);
      }
      errors++;
    }
    if (data.running === void 0) {
      const err9 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "running" }, schema: schema64.required, parentSchema: schema64, data };
      if (vErrors === null) {
        vErrors = [err9];
      } else {
        vErrors.push(err9);
      }
      errors++;
    }
    if (data.queued === void 0) {
      const err10 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "queued" }, schema: schema64.required, parentSchema: schema64, data };
      if (vErrors === null) {
        vErrors = [err10];
      } else {
        vErrors.push(err10);
      }
      errors++;
    }
    if (data.shared === void 0) {
      const err11 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "shared" }, schema: schema64.required, parentSchema: schema64, data };
      if (vErrors === null) {
        vErrors = [err11];
      } else {
        vErrors.push(err11);
      }
      errors++;
    }
    if (data.connectedPeers === void 0) {
      const err12 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "connectedPeers" }, schema: schema64.required, parentSchema: schema64, data };
      if (vErrors === null) {
        vErrors = [err12];
      } else {
        vErrors.push(err12);
      }
      errors++;
    }
    if (data.reachability === void 0) {
      const err13 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "reachability" }, schema: schema64.required, parentSchema: schema64, data };
      if (vErrors === null) {
        vErrors = [err13];
      } else {
        vErrors.push(err13);
      }
      errors++;
    }
    if (data.store === void 0) {
      const err14 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "store" }, schema: schema64.required, parentSchema: schema64, data };
      if (vErrors === null) {
        vErrors = [err14];
      } else {
        vErrors.push(err14);
      }
      errors++;
    }
    if (data.peerId !== void 0) {
      if (!validate152(data.peerId, { instancePath: instancePath + "/peerId", parentData: data, parentDataProperty: "peerId", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate152.errors : vErrors.concat(validate152.errors);
        errors = vErrors.length;
      }
    }
    if (data.version !== void 0) {
      let data1 = data.version;
      if (typeof data1 !== "string") {
        const err15 = { instancePath: instancePath + "/version", schemaPath: "#/properties/version/type", keyword: "type", params: { type: "string" }, schema: schema64.properties.version.type, parentSchema: schema64.properties.version, data: data1 };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
    if (data.startedAt !== void 0) {
      if (!validate94(data.startedAt, { instancePath: instancePath + "/startedAt", parentData: data, parentDataProperty: "startedAt", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate94.errors : vErrors.concat(validate94.errors);
        errors = vErrors.length;
      }
    }
    if (data.addresses !== void 0) {
      let data3 = data.addresses;
      if (Array.isArray(data3)) {
        const len0 = data3.length;
        for (let i0 = 0; i0 < len0 && errors < 100; i0++) {
          let data4 = data3[i0];
          if (typeof data4 !== "string") {
            const err16 = { instancePath: instancePath + "/addresses/" + i0, schemaPath: "#/properties/addresses/items/type", keyword: "type", params: { type: "string" }, schema: schema64.properties.addresses.items.type, parentSchema: schema64.properties.addresses.items, data: data4 };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
        }
      } else {
        const err17 = { instancePath: instancePath + "/addresses", schemaPath: "#/properties/addresses/type", keyword: "type", params: { type: "array" }, schema: schema64.properties.addresses.type, parentSchema: schema64.properties.addresses, data: data3 };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
    if (data.share !== void 0) {
      let data5 = data.share;
      if (!(data5 === "nobody" || data5 === "allowlist" || data5 === "anyone")) {
        const err18 = { instancePath: instancePath + "/share", schemaPath: "#/properties/share/enum", keyword: "enum", params: { allowedValues: schema64.properties.share.enum }, schema: schema64.properties.share.enum, parentSchema: schema64.properties.share, data: data5 };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
    }
    if (data.isolation !== void 0) {
      let data6 = data.isolation;
      if (!(data6 === "full" || data6 === "reduced")) {
        const err19 = { instancePath: instancePath + "/isolation", schemaPath: "#/properties/isolation/enum", keyword: "enum", params: { allowedValues: schema64.properties.isolation.enum }, schema: schema64.properties.isolation.enum, parentSchema: schema64.properties.isolation, data: data6 };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
    }
    if (data.isolationReason !== void 0) {
      let data7 = data.isolationReason;
      if (typeof data7 !== "string") {
        const err20 = { instancePath: instancePath + "/isolationReason", schemaPath: "#/properties/isolationReason/type", keyword: "type", params: { type: "string" }, schema: schema64.properties.isolationReason.type, parentSchema: schema64.properties.isolationReason, data: data7 };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
    }
    if (data.runtimes !== void 0) {
      let data8 = data.runtimes;
      if (Array.isArray(data8)) {
        const len1 = data8.length;
        for (let i1 = 0; i1 < len1 && errors < 100; i1++) {
          let data9 = data8[i1];
          if (typeof data9 !== "string") {
            const err21 = { instancePath: instancePath + "/runtimes/" + i1, schemaPath: "#/properties/runtimes/items/type", keyword: "type", params: { type: "string" }, schema: schema64.properties.runtimes.items.type, parentSchema: schema64.properties.runtimes.items, data: data9 };
            if (vErrors === null) {
              vErrors = [err21];
            } else {
              vErrors.push(err21);
            }
            errors++;
          }
        }
      } else {
        const err22 = { instancePath: instancePath + "/runtimes", schemaPath: "#/properties/runtimes/type", keyword: "type", params: { type: "array" }, schema: schema64.properties.runtimes.type, parentSchema: schema64.properties.runtimes, data: data8 };
        if (vErrors === null) {
          vErrors = [err22];
        } else {
          vErrors.push(err22);
        }
        errors++;
      }
    }
    if (data.anyRuntime !== void 0) {
      let data10 = data.anyRuntime;
      if (typeof data10 !== "string") {
        const err23 = { instancePath: instancePath + "/anyRuntime", schemaPath: "#/properties/anyRuntime/type", keyword: "type", params: { type: "string" }, schema: schema64.properties.anyRuntime.type, parentSchema: schema64.properties.anyRuntime, data: data10 };
        if (vErrors === null) {
          vErrors = [err23];
        } else {
          vErrors.push(err23);
        }
        errors++;
      }
    }
    if (data.slots !== void 0) {
      let data11 = data.slots;
      if (!(typeof data11 == "number" && (!(data11 % 1) && !isNaN(data11)) && isFinite(data11))) {
        const err24 = { instancePath: instancePath + "/slots", schemaPath: "#/properties/slots/type", keyword: "type", params: { type: "integer" }, schema: schema64.properties.slots.type, parentSchema: schema64.properties.slots, data: data11 };
        if (vErrors === null) {
          vErrors = [err24];
        } else {
          vErrors.push(err24);
        }
        errors++;
      }
    }
    if (data.running !== void 0) {
      let data12 = data.running;
      if (!(typeof data12 == "number" && (!(data12 % 1) && !isNaN(data12)) && isFinite(data12))) {
        const err25 = { instancePath: instancePath + "/running", schemaPath: "#/properties/running/type", keyword: "type", params: { type: "integer" }, schema: schema64.properties.running.type, parentSchema: schema64.properties.running, data: data12 };
        if (vErrors === null) {
          vErrors = [err25];
        } else {
          vErrors.push(err25);
        }
        errors++;
      }
    }
    if (data.queued !== void 0) {
      let data13 = data.queued;
      if (!(typeof data13 == "number" && (!(data13 % 1) && !isNaN(data13)) && isFinite(data13))) {
        const err26 = { instancePath: instancePath + "/queued", schemaPath: "#/properties/queued/type", keyword: "type", params: { type: "integer" }, schema: schema64.properties.queued.type, parentSchema: schema64.properties.queued, data: data13 };
        if (vErrors === null) {
          vErrors = [err26];
        } else {
          vErrors.push(err26);
        }
        errors++;
      }
    }
    if (data.shared !== void 0) {
      let data14 = data.shared;
      if (data14 && typeof data14 == "object" && !Array.isArray(data14)) {
        if (data14.slots === void 0) {
          const err27 = { instancePath: instancePath + "/shared", schemaPath: "#/properties/shared/required", keyword: "required", params: { missingProperty: "slots" }, schema: schema64.properties.shared.required, parentSchema: schema64.properties.shared, data: data14 };
          if (vErrors === null) {
            vErrors = [err27];
          } else {
            vErrors.push(err27);
          }
          errors++;
        }
        if (data14.memoryBytes === void 0) {
          const err28 = { instancePath: instancePath + "/shared", schemaPath: "#/properties/shared/required", keyword: "required", params: { missingProperty: "memoryBytes" }, schema: schema64.properties.shared.required, parentSchema: schema64.properties.shared, data: data14 };
          if (vErrors === null) {
            vErrors = [err28];
          } else {
            vErrors.push(err28);
          }
          errors++;
        }
        if (data14.queue === void 0) {
          const err29 = { instancePath: instancePath + "/shared", schemaPath: "#/properties/shared/required", keyword: "required", params: { missingProperty: "queue" }, schema: schema64.properties.shared.required, parentSchema: schema64.properties.shared, data: data14 };
          if (vErrors === null) {
            vErrors = [err29];
          } else {
            vErrors.push(err29);
          }
          errors++;
        }
        if (data14.queuePerPeer === void 0) {
          const err30 = { instancePath: instancePath + "/shared", schemaPath: "#/properties/shared/required", keyword: "required", params: { missingProperty: "queuePerPeer" }, schema: schema64.properties.shared.required, parentSchema: schema64.properties.shared, data: data14 };
          if (vErrors === null) {
            vErrors = [err30];
          } else {
            vErrors.push(err30);
          }
          errors++;
        }
        if (data14.perPeer === void 0) {
          const err31 = { instancePath: instancePath + "/shared", schemaPath: "#/properties/shared/required", keyword: "required", params: { missingProperty: "perPeer" }, schema: schema64.properties.shared.required, parentSchema: schema64.properties.shared, data: data14 };
          if (vErrors === null) {
            vErrors = [err31];
          } else {
            vErrors.push(err31);
          }
          errors++;
        }
        if (data14.strangers === void 0) {
          const err32 = { instancePath: instancePath + "/shared", schemaPath: "#/properties/shared/required", keyword: "required", params: { missingProperty: "strangers" }, schema: schema64.properties.shared.required, parentSchema: schema64.properties.shared, data: data14 };
          if (vErrors === null) {
            vErrors = [err32];
          } else {
            vErrors.push(err32);
          }
          errors++;
        }
        if (data14.slots !== void 0) {
          let data15 = data14.slots;
          if (!(typeof data15 == "number" && (!(data15 % 1) && !isNaN(data15)) && isFinite(data15))) {
            const err33 = { instancePath: instancePath + "/shared/slots", schemaPath: "#/properties/shared/properties/slots/type", keyword: "type", params: { type: "integer" }, schema: schema64.properties.shared.properties.slots.type, parentSchema: schema64.properties.shared.properties.slots, data: data15 };
            if (vErrors === null) {
              vErrors = [err33];
            } else {
              vErrors.push(err33);
            }
            errors++;
          }
        }
        if (data14.memoryBytes !== void 0) {
          let data16 = data14.memoryBytes;
          if (!(typeof data16 == "number" && (!(data16 % 1) && !isNaN(data16)) && isFinite(data16))) {
            const err34 = { instancePath: instancePath + "/shared/memoryBytes", schemaPath: "#/properties/shared/properties/memoryBytes/type", keyword: "type", params: { type: "integer" }, schema: schema64.properties.shared.properties.memoryBytes.type, parentSchema: schema64.properties.shared.properties.memoryBytes, data: data16 };
            if (vErrors === null) {
              vErrors = [err34];
            } else {
              vErrors.push(err34);
            }
            errors++;
          }
        }
        if (data14.queue !== void 0) {
          let data17 = data14.queue;
          if (!(typeof data17 == "number" && (!(data17 % 1) && !isNaN(data17)) && isFinite(data17))) {
            const err35 = { instancePath: instancePath + "/shared/queue", schemaPath: "#/properties/shared/properties/queue/type", keyword: "type", params: { type: "integer" }, schema: schema64.properties.shared.properties.queue.type, parentSchema: schema64.properties.shared.properties.queue, data: data17 };
            if (vErrors === null) {
              vErrors = [err35];
            } else {
              vErrors.push(err35);
            }
            errors++;
          }
        }
        if (data14.queuePerPeer !== void 0) {
          let data18 = data14.queuePerPeer;
          if (!(typeof data18 == "number" && (!(data18 % 1) && !isNaN(data18)) && isFinite(data18))) {
            const err36 = { instancePath: instancePath + "/shared/queuePerPeer", schemaPath: "#/properties/shared/properties/queuePerPeer/type", keyword: "type", params: { type: "integer" }, schema: schema64.properties.shared.properties.queuePerPeer.type, parentSchema: schema64.properties.shared.properties.queuePerPeer, data: data18 };
            if (vErrors === null) {
              vErrors = [err36];
            } else {
              vErrors.push(err36);
            }
            errors++;
          }
        }
        if (data14.perPeer !== void 0) {
          if (!validate198(data14.perPeer, { instancePath: instancePath + "/shared/perPeer", parentData: data14, parentDataProperty: "perPeer", rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate198.errors : vErrors.concat(validate198.errors);
            errors = vErrors.length;
          }
        }
        if (data14.strangers !== void 0) {
          if (!validate200(data14.strangers, { instancePath: instancePath + "/shared/strangers", parentData: data14, parentDataProperty: "strangers", rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate200.errors : vErrors.concat(validate200.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err37 = { instancePath: instancePath + "/shared", schemaPath: "#/properties/shared/type", keyword: "type", params: { type: "object" }, schema: schema64.properties.shared.type, parentSchema: schema64.properties.shared, data: data14 };
        if (vErrors === null) {
          vErrors = [err37];
        } else {
          vErrors.push(err37);
        }
        errors++;
      }
    }
    if (data.connectedPeers !== void 0) {
      let data21 = data.connectedPeers;
      if (!(typeof data21 == "number" && (!(data21 % 1) && !isNaN(data21)) && isFinite(data21))) {
        const err38 = { instancePath: instancePath + "/connectedPeers", schemaPath: "#/properties/connectedPeers/type", keyword: "type", params: { type: "integer" }, schema: schema64.properties.connectedPeers.type, parentSchema: schema64.properties.connectedPeers, data: data21 };
        if (vErrors === null) {
          vErrors = [err38];
        } else {
          vErrors.push(err38);
        }
        errors++;
      }
    }
    if (data.routingTableSize !== void 0) {
      let data22 = data.routingTableSize;
      if (!(typeof data22 == "number" && (!(data22 % 1) && !isNaN(data22)) && isFinite(data22))) {
        const err39 = { instancePath: instancePath + "/routingTableSize", schemaPath: "#/properties/routingTableSize/type", keyword: "type", params: { type: "integer" }, schema: schema64.properties.routingTableSize.type, parentSchema: schema64.properties.routingTableSize, data: data22 };
        if (vErrors === null) {
          vErrors = [err39];
        } else {
          vErrors.push(err39);
        }
        errors++;
      }
    }
    if (data.reachability !== void 0) {
      if (!validate202(data.reachability, { instancePath: instancePath + "/reachability", parentData: data, parentDataProperty: "reachability", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate202.errors : vErrors.concat(validate202.errors);
        errors = vErrors.length;
      }
    }
    if (data.networkSize !== void 0) {
      let data24 = data.networkSize;
      if (!(typeof data24 == "number" && (!(data24 % 1) && !isNaN(data24)) && isFinite(data24))) {
        const err40 = { instancePath: instancePath + "/networkSize", schemaPath: "#/properties/networkSize/type", keyword: "type", params: { type: "integer" }, schema: schema64.properties.networkSize.type, parentSchema: schema64.properties.networkSize, data: data24 };
        if (vErrors === null) {
          vErrors = [err40];
        } else {
          vErrors.push(err40);
        }
        errors++;
      }
    }
    if (data.store !== void 0) {
      let data25 = data.store;
      if (data25 && typeof data25 == "object" && !Array.isArray(data25)) {
        if (data25.blobBytes === void 0) {
          const err41 = { instancePath: instancePath + "/store", schemaPath: "#/properties/store/required", keyword: "required", params: { missingProperty: "blobBytes" }, schema: schema64.properties.store.required, parentSchema: schema64.properties.store, data: data25 };
          if (vErrors === null) {
            vErrors = [err41];
          } else {
            vErrors.push(err41);
          }
          errors++;
        }
        if (data25.blobQuotaBytes === void 0) {
          const err42 = { instancePath: instancePath + "/store", schemaPath: "#/properties/store/required", keyword: "required", params: { missingProperty: "blobQuotaBytes" }, schema: schema64.properties.store.required, parentSchema: schema64.properties.store, data: data25 };
          if (vErrors === null) {
            vErrors = [err42];
          } else {
            vErrors.push(err42);
          }
          errors++;
        }
        if (data25.blobBytes !== void 0) {
          let data26 = data25.blobBytes;
          if (!(typeof data26 == "number" && (!(data26 % 1) && !isNaN(data26)) && isFinite(data26))) {
            const err43 = { instancePath: instancePath + "/store/blobBytes", schemaPath: "#/properties/store/properties/blobBytes/type", keyword: "type", params: { type: "integer" }, schema: schema64.properties.store.properties.blobBytes.type, parentSchema: schema64.properties.store.properties.blobBytes, data: data26 };
            if (vErrors === null) {
              vErrors = [err43];
            } else {
              vErrors.push(err43);
            }
            errors++;
          }
        }
        if (data25.blobQuotaBytes !== void 0) {
          let data27 = data25.blobQuotaBytes;
          if (!(typeof data27 == "number" && (!(data27 % 1) && !isNaN(data27)) && isFinite(data27))) {
            const err44 = { instancePath: instancePath + "/store/blobQuotaBytes", schemaPath: "#/properties/store/properties/blobQuotaBytes/type", keyword: "type", params: { type: "integer" }, schema: schema64.properties.store.properties.blobQuotaBytes.type, parentSchema: schema64.properties.store.properties.blobQuotaBytes, data: data27 };
            if (vErrors === null) {
              vErrors = [err44];
            } else {
              vErrors.push(err44);
            }
            errors++;
          }
        }
      } else {
        const err45 = { instancePath: instancePath + "/store", schemaPath: "#/properties/store/type", keyword: "type", params: { type: "object" }, schema: schema64.properties.store.type, parentSchema: schema64.properties.store, data: data25 };
        if (vErrors === null) {
          vErrors = [err45];
        } else {
          vErrors.push(err45);
        }
        errors++;
      }
    }
  } else {
    const err46 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema64.type, parentSchema: schema64, data };
    if (vErrors === null) {
      vErrors = [err46];
    } else {
      vErrors.push(err46);
    }
    errors++;
  }
  validate165.errors = vErrors;
  return errors === 0;
}
validate165.evaluated = { "props": { "peerId": true, "version": true, "startedAt": true, "addresses": true, "share": true, "isolation": true, "isolationReason": true, "runtimes": true, "anyRuntime": true, "slots": true, "running": true, "queued": true, "shared": true, "connectedPeers": true, "routingTableSize": true, "reachability": true, "networkSize": true, "store": true }, "dynamicProps": false, "dynamicItems": false };
var validateReachabilityView = validate205;
function validate205(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate205.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.verdict === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "verdict" }, schema: schema82.required, parentSchema: schema82, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.direct === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "direct" }, schema: schema82.required, parentSchema: schema82, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.relays === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "relays" }, schema: schema82.required, parentSchema: schema82, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.mapped === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "mapped" }, schema: schema82.required, parentSchema: schema82, data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.upnp === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "upnp" }, schema: schema82.required, parentSchema: schema82, data };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.verdict !== void 0) {
      let data0 = data.verdict;
      if (!(data0 === "reachable" || data0 === "relayed" || data0 === "unreachable" || data0 === "unknown")) {
        const err5 = { instancePath: instancePath + "/verdict", schemaPath: "#/properties/verdict/enum", keyword: "enum", params: { allowedValues: schema82.properties.verdict.enum }, schema: schema82.properties.verdict.enum, parentSchema: schema82.properties.verdict, data: data0 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.direct !== void 0) {
      let data1 = data.direct;
      if (Array.isArray(data1)) {
        const len0 = data1.length;
        for (let i0 = 0; i0 < len0 && errors < 100; i0++) {
          let data2 = data1[i0];
          if (typeof data2 !== "string") {
            const err6 = { instancePath: instancePath + "/direct/" + i0, schemaPath: "#/properties/direct/items/type", keyword: "type", params: { type: "string" }, schema: schema82.properties.direct.items.type, parentSchema: schema82.properties.direct.items, data: data2 };
            if (vErrors === null) {
              vErrors = [err6];
            } else {
              vErrors.push(err6);
            }
            errors++;
          }
        }
      } else {
        const err7 = { instancePath: instancePath + "/direct", schemaPath: "#/properties/direct/type", keyword: "type", params: { type: "array" }, schema: schema82.properties.direct.type, parentSchema: schema82.properties.direct, data: data1 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.relays !== void 0) {
      let data3 = data.relays;
      if (Array.isArray(data3)) {
        const len1 = data3.length;
        for (let i1 = 0; i1 < len1 && errors < 100; i1++) {
          if (!validate152(data3[i1], { instancePath: instancePath + "/relays/" + i1, parentData: data3, parentDataProperty: i1, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate152.errors : vErrors.concat(validate152.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err8 = { instancePath: instancePath + "/relays", schemaPath: "#/properties/relays/type", keyword: "type", params: { type: "array" }, schema: schema82.properties.relays.type, parentSchema: schema82.properties.relays, data: data3 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.mapped !== void 0) {
      let data5 = data.mapped;
      if (Array.isArray(data5)) {
        const len2 = data5.length;
        for (let i2 = 0; i2 < len2 && errors < 100; i2++) {
          let data6 = data5[i2];
          if (typeof data6 !== "string") {
            const err9 = { instancePath: instancePath + "/mapped/" + i2, schemaPath: "#/properties/mapped/items/type", keyword: "type", params: { type: "string" }, schema: schema82.properties.mapped.items.type, parentSchema: schema82.properties.mapped.items, data: data6 };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
        }
      } else {
        const err10 = { instancePath: instancePath + "/mapped", schemaPath: "#/properties/mapped/type", keyword: "type", params: { type: "array" }, schema: schema82.properties.mapped.type, parentSchema: schema82.properties.mapped, data: data5 };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.upnp !== void 0) {
      let data7 = data.upnp;
      if (typeof data7 !== "boolean") {
        const err11 = { instancePath: instancePath + "/upnp", schemaPath: "#/properties/upnp/type", keyword: "type", params: { type: "boolean" }, schema: schema82.properties.upnp.type, parentSchema: schema82.properties.upnp, data: data7 };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.serves !== void 0) {
      let data8 = data.serves;
      if (data8 && typeof data8 == "object" && !Array.isArray(data8)) {
        if (data8.reservations === void 0) {
          const err12 = { instancePath: instancePath + "/serves", schemaPath: "#/properties/serves/required", keyword: "required", params: { missingProperty: "reservations" }, schema: schema82.properties.serves.required, parentSchema: schema82.properties.serves, data: data8 };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
        if (data8.maxReservations === void 0) {
          const err13 = { instancePath: instancePath + "/serves", schemaPath: "#/properties/serves/required", keyword: "required", params: { missingProperty: "maxReservations" }, schema: schema82.properties.serves.required, parentSchema: schema82.properties.serves, data: data8 };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
        if (data8.reservations !== void 0) {
          let data9 = data8.reservations;
          if (!(typeof data9 == "number" && (!(data9 % 1) && !isNaN(data9)) && isFinite(data9))) {
            const err14 = { instancePath: instancePath + "/serves/reservations", schemaPath: "#/properties/serves/properties/reservations/type", keyword: "type", params: { type: "integer" }, schema: schema82.properties.serves.properties.reservations.type, parentSchema: schema82.properties.serves.properties.reservations, data: data9 };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
        }
        if (data8.maxReservations !== void 0) {
          let data10 = data8.maxReservations;
          if (!(typeof data10 == "number" && (!(data10 % 1) && !isNaN(data10)) && isFinite(data10))) {
            const err15 = { instancePath: instancePath + "/serves/maxReservations", schemaPath: "#/properties/serves/properties/maxReservations/type", keyword: "type", params: { type: "integer" }, schema: schema82.properties.serves.properties.maxReservations.type, parentSchema: schema82.properties.serves.properties.maxReservations, data: data10 };
            if (vErrors === null) {
              vErrors = [err15];
            } else {
              vErrors.push(err15);
            }
            errors++;
          }
        }
      } else {
        const err16 = { instancePath: instancePath + "/serves", schemaPath: "#/properties/serves/type", keyword: "type", params: { type: "object" }, schema: schema82.properties.serves.type, parentSchema: schema82.properties.serves, data: data8 };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
    }
  } else {
    const err17 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema82.type, parentSchema: schema82, data };
    if (vErrors === null) {
      vErrors = [err17];
    } else {
      vErrors.push(err17);
    }
    errors++;
  }
  validate205.errors = vErrors;
  return errors === 0;
}
validate205.evaluated = { "props": { "verdict": true, "direct": true, "relays": true, "mapped": true, "upnp": true, "serves": true }, "dynamicProps": false, "dynamicItems": false };
var validatePeerView = validate207;
var schema84 = { "title": "PeerView", "type": "object", "required": ["peer", "addresses", "connected"], "properties": { "peer": { "$ref": "order.schema.json#/$defs/PeerId" }, "addresses": { "type": "array", "items": { "type": "string" } }, "connected": { "type": "boolean" }, "latencyMs": { "type": "number" }, "jobs": { "type": "boolean" }, "ban": { "title": "BanView", "type": "object", "required": ["reason", "detail", "since", "until"], "properties": { "reason": { "enum": ["protocol", "wrong-blob", "false-word"] }, "detail": { "type": "string" }, "since": { "$ref": "order.schema.json#/$defs/Time" }, "until": { "$ref": "order.schema.json#/$defs/Time" } } }, "source": { "enum": ["bootstrap", "mdns", "store", "inbound", "dht"] } } };
function validate207(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate207.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.peer === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "peer" }, schema: schema84.required, parentSchema: schema84, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.addresses === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "addresses" }, schema: schema84.required, parentSchema: schema84, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.connected === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "connected" }, schema: schema84.required, parentSchema: schema84, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.peer !== void 0) {
      if (!validate152(data.peer, { instancePath: instancePath + "/peer", parentData: data, parentDataProperty: "peer", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate152.errors : vErrors.concat(validate152.errors);
        errors = vErrors.length;
      }
    }
    if (data.addresses !== void 0) {
      let data1 = data.addresses;
      if (Array.isArray(data1)) {
        const len0 = data1.length;
        for (let i0 = 0; i0 < len0 && errors < 100; i0++) {
          let data2 = data1[i0];
          if (typeof data2 !== "string") {
            const err3 = { instancePath: instancePath + "/addresses/" + i0, schemaPath: "#/properties/addresses/items/type", keyword: "type", params: { type: "string" }, schema: schema84.properties.addresses.items.type, parentSchema: schema84.properties.addresses.items, data: data2 };
            if (vErrors === null) {
              vErrors = [err3];
            } else {
              vErrors.push(err3);
            }
            errors++;
          }
        }
      } else {
        const err4 = { instancePath: instancePath + "/addresses", schemaPath: "#/properties/addresses/type", keyword: "type", params: { type: "array" }, schema: schema84.properties.addresses.type, parentSchema: schema84.properties.addresses, data: data1 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.connected !== void 0) {
      let data3 = data.connected;
      if (typeof data3 !== "boolean") {
        const err5 = { instancePath: instancePath + "/connected", schemaPath: "#/properties/connected/type", keyword: "type", params: { type: "boolean" }, schema: schema84.properties.connected.type, parentSchema: schema84.properties.connected, data: data3 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.latencyMs !== void 0) {
      let data4 = data.latencyMs;
      if (!(typeof data4 == "number" && isFinite(data4))) {
        const err6 = { instancePath: instancePath + "/latencyMs", schemaPath: "#/properties/latencyMs/type", keyword: "type", params: { type: "number" }, schema: schema84.properties.latencyMs.type, parentSchema: schema84.properties.latencyMs, data: data4 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.jobs !== void 0) {
      let data5 = data.jobs;
      if (typeof data5 !== "boolean") {
        const err7 = { instancePath: instancePath + "/jobs", schemaPath: "#/properties/jobs/type", keyword: "type", params: { type: "boolean" }, schema: schema84.properties.jobs.type, parentSchema: schema84.properties.jobs, data: data5 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.ban !== void 0) {
      let data6 = data.ban;
      if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
        if (data6.reason === void 0) {
          const err8 = { instancePath: instancePath + "/ban", schemaPath: "#/properties/ban/required", keyword: "required", params: { missingProperty: "reason" }, schema: schema84.properties.ban.required, parentSchema: schema84.properties.ban, data: data6 };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
        if (data6.detail === void 0) {
          const err9 = { instancePath: instancePath + "/ban", schemaPath: "#/properties/ban/required", keyword: "required", params: { missingProperty: "detail" }, schema: schema84.properties.ban.required, parentSchema: schema84.properties.ban, data: data6 };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
        if (data6.since === void 0) {
          const err10 = { instancePath: instancePath + "/ban", schemaPath: "#/properties/ban/required", keyword: "required", params: { missingProperty: "since" }, schema: schema84.properties.ban.required, parentSchema: schema84.properties.ban, data: data6 };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
        if (data6.until === void 0) {
          const err11 = { instancePath: instancePath + "/ban", schemaPath: "#/properties/ban/required", keyword: "required", params: { missingProperty: "until" }, schema: schema84.properties.ban.required, parentSchema: schema84.properties.ban, data: data6 };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
        if (data6.reason !== void 0) {
          let data7 = data6.reason;
          if (!(data7 === "protocol" || data7 === "wrong-blob" || data7 === "false-word")) {
            const err12 = { instancePath: instancePath + "/ban/reason", schemaPath: "#/properties/ban/properties/reason/enum", keyword: "enum", params: { allowedValues: schema84.properties.ban.properties.reason.enum }, schema: schema84.properties.ban.properties.reason.enum, parentSchema: schema84.properties.ban.properties.reason, data: data7 };
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
        }
        if (data6.detail !== void 0) {
          let data8 = data6.detail;
          if (typeof data8 !== "string") {
            const err13 = { instancePath: instancePath + "/ban/detail", schemaPath: "#/properties/ban/properties/detail/type", keyword: "type", params: { type: "string" }, schema: schema84.properties.ban.properties.detail.type, parentSchema: schema84.properties.ban.properties.detail, data: data8 };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
        }
        if (data6.since !== void 0) {
          if (!validate94(data6.since, { instancePath: instancePath + "/ban/since", parentData: data6, parentDataProperty: "since", rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate94.errors : vErrors.concat(validate94.errors);
            errors = vErrors.length;
          }
        }
        if (data6.until !== void 0) {
          if (!validate94(data6.until, { instancePath: instancePath + "/ban/until", parentData: data6, parentDataProperty: "until", rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate94.errors : vErrors.concat(validate94.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err14 = { instancePath: instancePath + "/ban", schemaPath: "#/properties/ban/type", keyword: "type", params: { type: "object" }, schema: schema84.properties.ban.type, parentSchema: schema84.properties.ban, data: data6 };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data.source !== void 0) {
      let data11 = data.source;
      if (!(data11 === "bootstrap" || data11 === "mdns" || data11 === "store" || data11 === "inbound" || data11 === "dht")) {
        const err15 = { instancePath: instancePath + "/source", schemaPath: "#/properties/source/enum", keyword: "enum", params: { allowedValues: schema84.properties.source.enum }, schema: schema84.properties.source.enum, parentSchema: schema84.properties.source, data: data11 };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
  } else {
    const err16 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema84.type, parentSchema: schema84, data };
    if (vErrors === null) {
      vErrors = [err16];
    } else {
      vErrors.push(err16);
    }
    errors++;
  }
  validate207.errors = vErrors;
  return errors === 0;
}
validate207.evaluated = { "props": { "peer": true, "addresses": true, "connected": true, "latencyMs": true, "jobs": true, "ban": true, "source": true }, "dynamicProps": false, "dynamicItems": false };
var validatePublicationView = validate211;
var schema85 = { "title": "PublicationView", "type": "object", "required": ["digest", "bytes"], "properties": { "digest": { "$ref": "manifest.schema.json#/$defs/Digest" }, "bytes": { "type": "integer" } } };
function validate211(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate211.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.digest === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "digest" }, schema: schema85.required, parentSchema: schema85, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.bytes === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "bytes" }, schema: schema85.required, parentSchema: schema85, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.digest !== void 0) {
      if (!validate89(data.digest, { instancePath: instancePath + "/digest", parentData: data, parentDataProperty: "digest", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate89.errors : vErrors.concat(validate89.errors);
        errors = vErrors.length;
      }
    }
    if (data.bytes !== void 0) {
      let data1 = data.bytes;
      if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
        const err2 = { instancePath: instancePath + "/bytes", schemaPath: "#/properties/bytes/type", keyword: "type", params: { type: "integer" }, schema: schema85.properties.bytes.type, parentSchema: schema85.properties.bytes, data: data1 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
  } else {
    const err3 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema85.type, parentSchema: schema85, data };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  validate211.errors = vErrors;
  return errors === 0;
}
validate211.evaluated = { "props": { "digest": true, "bytes": true }, "dynamicProps": false, "dynamicItems": false };
var validateReceiptView = validate213;
var schema86 = { "title": "ReceiptView", "type": "object", "required": ["digest", "job", "node", "task", "resultDigest", "outcome", "own", "storedAt", "statement"], "properties": { "digest": { "$ref": "manifest.schema.json#/$defs/Digest" }, "job": { "$ref": "order.schema.json#/$defs/JobId" }, "node": { "$ref": "order.schema.json#/$defs/PeerId" }, "task": { "$ref": "manifest.schema.json#/$defs/Digest" }, "resultDigest": { "$ref": "manifest.schema.json#/$defs/Digest" }, "outcome": { "type": "string" }, "own": { "type": "boolean" }, "storedAt": { "$ref": "order.schema.json#/$defs/Time" }, "statement": { "$ref": "receipt.schema.json" } } };
var schema44 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "receipt.schema.json", "title": "Receipt", "type": "object", "required": ["_type", "subject", "predicateType", "predicate"], "properties": { "_type": { "const": "https://in-toto.io/Statement/v1" }, "subject": { "type": "array", "minItems": 1, "maxItems": 4099, "items": { "$ref": "#/$defs/Subject" } }, "predicateType": { "const": "urn:uuid:36bd8e2a-1bba-4a17-aa3c-d0e104499239" }, "predicate": { "$ref": "#/$defs/Predicate" } }, "$defs": { "Subject": { "title": "Subject", "type": "object", "required": ["name", "digest"], "properties": { "name": { "type": "string", "minLength": 1, "maxLength": 1024 }, "digest": { "type": "object", "required": ["sha256"], "properties": { "sha256": { "type": "string", "pattern": "^[0-9a-f]{64}$" } } } } }, "Predicate": { "title": "Predicate", "type": "object", "required": ["task", "result", "execution", "log"], "properties": { "task": { "$ref": "#/$defs/TaskSummary" }, "result": { "$ref": "#/$defs/Result" }, "execution": { "$ref": "#/$defs/Execution" }, "log": { "$ref": "#/$defs/LogPosition" } } }, "TaskSummary": { "title": "TaskSummary", "type": "object", "additionalProperties": false, "required": ["digest", "semantics", "module", "files"], "properties": { "digest": { "$ref": "manifest.schema.json#/$defs/Digest" }, "semantics": { "const": 1 }, "module": { "$ref": "manifest.schema.json#/$defs/Digest" }, "stdin": { "$ref": "manifest.schema.json#/$defs/Digest" }, "files": { "type": "array", "maxItems": 1024, "items": { "$ref": "manifest.schema.json#/$defs/InputFile" } } } }, "Result": { "title": "Result", "type": "object", "additionalProperties": false, "required": ["outcome", "deterministic", "fuel", "memoryBytes", "stdout", "stderr", "files"], "properties": { "outcome": { "$ref": "#/$defs/Outcome" }, "deterministic": { "type": "boolean" }, "fuel": { "type": ["integer", "null"], "minimum": 0, "maximum": 9007199254740991 }, "memoryBytes": { "type": ["integer", "null"], "minimum": 0, "maximum": 4294967296 }, "stdout": { "$ref": "#/$defs/Output" }, "stderr": { "$ref": "#/$defs/Output" }, "files": { "type": "array", "maxItems": 4096, "items": { "$ref": "#/$defs/OutputFile" } } } }, "Output": { "title": "Output", "type": "object", "additionalProperties": false, "required": ["digest", "bytes"], "properties": { "digest": { "$ref": "manifest.schema.json#/$defs/Digest" }, "bytes": { "type": "integer", "minimum": 0, "maximum": 1073741824 } } }, "OutputFile": { "title": "OutputFile", "type": "object", "additionalProperties": false, "required": ["path", "digest", "bytes"], "properties": { "path": { "$ref": "manifest.schema.json#/$defs/GuestPath" }, "digest": { "$ref": "manifest.schema.json#/$defs/Digest" }, "bytes": { "type": "integer", "minimum": 0, "maximum": 1073741824 } } }, "Outcome": { "title": "Outcome", "type": "object", "required": ["kind"], "discriminator": { "propertyName": "kind" }, "oneOf": [{ "title": "Exited", "type": "object", "additionalProperties": false, "required": ["kind", "code"], "properties": { "kind": { "const": "exited" }, "code": { "type": "integer", "minimum": 0, "maximum": 4294967295 } } }, { "title": "Trapped", "type": "object", "additionalProperties": false, "required": ["kind", "reason"], "properties": { "kind": { "const": "trapped" }, "reason": { "enum": ["unreachable", "memory-bounds", "table-bounds", "indirect-call", "divide-by-zero", "integer-overflow", "float-to-int", "stack-exhausted"] } } }, { "title": "Exceeded", "type": "object", "additionalProperties": false, "required": ["kind", "limit"], "properties": { "kind": { "const": "exceeded" }, "limit": { "enum": ["fuel", "memory", "output", "wallTime"] } } }, { "title": "Rejected", "type": "object", "additionalProperties": false, "required": ["kind", "reason", "offset"], "properties": { "kind": { "const": "rejected" }, "reason": { "enum": ["malformed", "invalid", "limit", "unknown-import", "import-type", "no-start", "no-memory", "threads", "relaxed-simd", "exceptions", "tail-calls", "extended-constants", "typed-references", "gc", "memory64", "multi-memory", "custom-page-sizes", "components"] }, "offset": { "type": "integer", "minimum": 0, "maximum": 67108864 } } }, { "title": "Cancelled", "type": "object", "additionalProperties": false, "required": ["kind"], "properties": { "kind": { "const": "cancelled" } } }, { "title": "Failed", "type": "object", "additionalProperties": false, "required": ["kind", "reason"], "properties": { "kind": { "const": "failed" }, "reason": { "enum": ["child-died", "child-misbehaved", "start-failed", "out-of-memory", "unsupported", "input-missing", "restarted", "internal"] } } }] }, "Execution": { "title": "Execution", "type": "object", "required": ["node", "submitter", "order", "job", "attempt", "runtime", "isolation", "acceptedAt", "finishedAt"], "properties": { "node": { "$ref": "order.schema.json#/$defs/PeerId" }, "submitter": { "$ref": "order.schema.json#/$defs/PeerId" }, "order": { "$ref": "manifest.schema.json#/$defs/Digest" }, "job": { "$ref": "order.schema.json#/$defs/JobId" }, "attempt": { "type": "integer", "minimum": 1, "maximum": 1e6 }, "runtime": { "title": "RuntimeIdentity", "type": "object", "required": ["name", "version"], "properties": { "name": { "type": "string", "minLength": 1, "maxLength": 64 }, "version": { "type": "string", "minLength": 1, "maxLength": 64 } } }, "isolation": { "enum": ["full", "reduced"] }, "acceptedAt": { "$ref": "order.schema.json#/$defs/Time" }, "startedAt": { "$ref": "order.schema.json#/$defs/Time" }, "finishedAt": { "$ref": "order.schema.json#/$defs/Time" } } }, "LogPosition": { "title": "LogPosition", "type": "object", "required": ["epoch", "sequence"], "properties": { "epoch": { "type": "string", "pattern": "^[0-9a-f]{32}$" }, "sequence": { "type": "integer", "minimum": 0, "maximum": 9007199254740991 }, "previous": { "$ref": "manifest.schema.json#/$defs/Digest" } } } } };
var schema45 = { "title": "Subject", "type": "object", "required": ["name", "digest"], "properties": { "name": { "type": "string", "minLength": 1, "maxLength": 1024 }, "digest": { "type": "object", "required": ["sha256"], "properties": { "sha256": { "type": "string", "pattern": "^[0-9a-f]{64}$" } } } } };
var pattern16 = new RegExp("^[0-9a-f]{64}$", "u");
function validate103(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate103.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, schema: schema45.required, parentSchema: schema45, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.digest === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "digest" }, schema: schema45.required, parentSchema: schema45, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 === "string") {
        if (func2(data0) > 1024) {
          const err2 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/maxLength", keyword: "maxLength", params: { limit: 1024 }, schema: 1024, parentSchema: schema45.properties.name, data: data0 };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        if (func2(data0) < 1) {
          const err3 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema45.properties.name, data: data0 };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      } else {
        const err4 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, schema: schema45.properties.name.type, parentSchema: schema45.properties.name, data: data0 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.digest !== void 0) {
      let data1 = data.digest;
      if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
        if (data1.sha256 === void 0) {
          const err5 = { instancePath: instancePath + "/digest", schemaPath: "#/properties/digest/required", keyword: "required", params: { missingProperty: "sha256" }, schema: schema45.properties.digest.required, parentSchema: schema45.properties.digest, data: data1 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        if (data1.sha256 !== void 0) {
          let data2 = data1.sha256;
          if (typeof data2 === "string") {
            if (!pattern16.test(data2)) {
              const err6 = { instancePath: instancePath + "/digest/sha256", schemaPath: "#/properties/digest/properties/sha256/pattern", keyword: "pattern", params: { pattern: "^[0-9a-f]{64}$" }, schema: "^[0-9a-f]{64}$", parentSchema: schema45.properties.digest.properties.sha256, data: data2 };
              if (vErrors === null) {
                vErrors = [err6];
              } else {
                vErrors.push(err6);
              }
              errors++;
            }
          } else {
            const err7 = { instancePath: instancePath + "/digest/sha256", schemaPath: "#/properties/digest/properties/sha256/type", keyword: "type", params: { type: "string" }, schema: schema45.properties.digest.properties.sha256.type, parentSchema: schema45.properties.digest.properties.sha256, data: data2 };
            if (vErrors === null) {
              vErrors = [err7];
            } else {
              vErrors.push(err7);
            }
            errors++;
          }
        }
      } else {
        const err8 = { instancePath: instancePath + "/digest", schemaPath: "#/properties/digest/type", keyword: "type", params: { type: "object" }, schema: schema45.properties.digest.type, parentSchema: schema45.properties.digest, data: data1 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
  } else {
    const err9 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema45.type, parentSchema: schema45, data };
    if (vErrors === null) {
      vErrors = [err9];
    } else {
      vErrors.push(err9);
    }
    errors++;
  }
  validate103.errors = vErrors;
  return errors === 0;
}
validate103.evaluated = { "props": { "name": true, "digest": true }, "dynamicProps": false, "dynamicItems": false };
var schema46 = { "title": "Predicate", "type": "object", "required": ["task", "result", "execution", "log"], "properties": { "task": { "$ref": "#/$defs/TaskSummary" }, "result": { "$ref": "#/$defs/Result" }, "execution": { "$ref": "#/$defs/Execution" }, "log": { "$ref": "#/$defs/LogPosition" } } };
var schema47 = { "title": "TaskSummary", "type": "object", "additionalProperties": false, "required": ["digest", "semantics", "module", "files"], "properties": { "digest": { "$ref": "manifest.schema.json#/$defs/Digest" }, "semantics": { "const": 1 }, "module": { "$ref": "manifest.schema.json#/$defs/Digest" }, "stdin": { "$ref": "manifest.schema.json#/$defs/Digest" }, "files": { "type": "array", "maxItems": 1024, "items": { "$ref": "manifest.schema.json#/$defs/InputFile" } } } };
var schema23 = { "title": "InputFile", "type": "object", "additionalProperties": false, "required": ["path", "digest"], "properties": { "path": { "$ref": "#/$defs/GuestPath" }, "digest": { "$ref": "#/$defs/Digest" } } };
function validate59(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate59.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data === "string") {
    if (func2(data) > 1024) {
      const err0 = { instancePath, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 1024 }, schema: 1024, parentSchema: schema24, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (!pattern7.test(data)) {
      const err1 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^(?:/(?!\\.{1,2}(?:/|$))[^/\\u0000]+)+$" }, schema: "^(?:/(?!\\.{1,2}(?:/|$))[^/\\u0000]+)+$", parentSchema: schema24, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  } else {
    const err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, schema: schema24.type, parentSchema: schema24, data };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  }
  validate59.errors = vErrors;
  return errors === 0;
}
validate59.evaluated = { "dynamicProps": false, "dynamicItems": false };
function validate55(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate55.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data === "string") {
    if (!pattern3.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^sha256:[0-9a-f]{64}$" }, schema: "^sha256:[0-9a-f]{64}$", parentSchema: schema22, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, schema: schema22.type, parentSchema: schema22, data };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate55.errors = vErrors;
  return errors === 0;
}
validate55.evaluated = { "dynamicProps": false, "dynamicItems": false };
function validate111(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate111.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.path === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "path" }, schema: schema23.required, parentSchema: schema23, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.digest === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "digest" }, schema: schema23.required, parentSchema: schema23, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 in data) {
      if (errors >= 100) break;
      if (!(key0 === "path" || key0 === "digest")) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema23, data };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.path !== void 0) {
      if (!validate59(data.path, { instancePath: instancePath + "/path", parentData: data, parentDataProperty: "path", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
        errors = vErrors.length;
      }
    }
    if (data.digest !== void 0) {
      if (!validate55(data.digest, { instancePath: instancePath + "/digest", parentData: data, parentDataProperty: "digest", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err3 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema23.type, parentSchema: schema23, data };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  validate111.errors = vErrors;
  return errors === 0;
}
validate111.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate106(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate106.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.digest === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "digest" }, schema: schema47.required, parentSchema: schema47, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.semantics === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "semantics" }, schema: schema47.required, parentSchema: schema47, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.module === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "module" }, schema: schema47.required, parentSchema: schema47, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.files === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "files" }, schema: schema47.required, parentSchema: schema47, data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    for (const key0 in data) {
      if (errors >= 100) break;
      if (!(key0 === "digest" || key0 === "semantics" || key0 === "module" || key0 === "stdin" || key0 === "files")) {
        const err4 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema47, data };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.digest !== void 0) {
      if (!validate107(data.digest, { instancePath: instancePath + "/digest", parentData: data, parentDataProperty: "digest", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate107.errors : vErrors.concat(validate107.errors);
        errors = vErrors.length;
      }
    }
    if (data.semantics !== void 0) {
      let data1 = data.semantics;
      if (1 !== data1) {
        const err5 = { instancePath: instancePath + "/semantics", schemaPath: "#/properties/semantics/const", keyword: "const", params: { allowedValue: 1 }, schema: 1, parentSchema: schema47.properties.semantics, data: data1 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.module !== void 0) {
      if (!validate107(data.module, { instancePath: instancePath + "/module", parentData: data, parentDataProperty: "module", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate107.errors : vErrors.concat(validate107.errors);
        errors = vErrors.length;
      }
    }
    if (data.stdin !== void 0) {
      if (!validate107(data.stdin, { instancePath: instancePath + "/stdin", parentData: data, parentDataProperty: "stdin", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate107.errors : vErrors.concat(validate107.errors);
        errors = vErrors.length;
      }
    }
    if (data.files !== void 0) {
      let data4 = data.files;
      if (Array.isArray(data4)) {
        if (data4.length > 1024) {
          const err6 = { instancePath: instancePath + "/files", schemaPath: "#/properties/files/maxItems", keyword: "maxItems", params: { limit: 1024 }, schema: 1024, parentSchema: schema47.properties.files, data: data4 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        const len0 = data4.length;
        for (let i0 = 0; i0 < len0 && errors < 100; i0++) {
          if (!validate111(data4[i0], { instancePath: instancePath + "/files/" + i0, parentData: data4, parentDataProperty: i0, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate111.errors : vErrors.concat(validate111.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err7 = { instancePath: instancePath + "/files", schemaPath: "#/properties/files/type", keyword: "type", params: { type: "array" }, schema: schema47.properties.files.type, parentSchema: schema47.properties.files, data: data4 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
  } else {
    const err8 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema47.type, parentSchema: schema47, data };
    if (vErrors === null) {
      vErrors = [err8];
    } else {
      vErrors.push(err8);
    }
    errors++;
  }
  validate106.errors = vErrors;
  return errors === 0;
}
validate106.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate116(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate116.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.outcome === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "outcome" }, schema: schema50.required, parentSchema: schema50, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.deterministic === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "deterministic" }, schema: schema50.required, parentSchema: schema50, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.fuel === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "fuel" }, schema: schema50.required, parentSchema: schema50, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.memoryBytes === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "memoryBytes" }, schema: schema50.required, parentSchema: schema50, data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.stdout === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "stdout" }, schema: schema50.required, parentSchema: schema50, data };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.stderr === void 0) {
      const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "stderr" }, schema: schema50.required, parentSchema: schema50, data };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    if (data.files === void 0) {
      const err6 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "files" }, schema: schema50.required, parentSchema: schema50, data };
      if (vErrors === null) {
        vErrors = [err6];
      } else {
        vErrors.push(err6);
      }
      errors++;
    }
    for (const key0 in data) {
      if (errors >= 100) break;
      if (!(key0 === "outcome" || key0 === "deterministic" || key0 === "fuel" || key0 === "memoryBytes" || key0 === "stdout" || key0 === "stderr" || key0 === "files")) {
        const err7 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema50, data };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.outcome !== void 0) {
      if (!validate117(data.outcome, { instancePath: instancePath + "/outcome", parentData: data, parentDataProperty: "outcome", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate117.errors : vErrors.concat(validate117.errors);
        errors = vErrors.length;
      }
    }
    if (data.deterministic !== void 0) {
      let data1 = data.deterministic;
      if (typeof data1 !== "boolean") {
        const err8 = { instancePath: instancePath + "/deterministic", schemaPath: "#/properties/deterministic/type", keyword: "type", params: { type: "boolean" }, schema: schema50.properties.deterministic.type, parentSchema: schema50.properties.deterministic, data: data1 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.fuel !== void 0) {
      let data2 = data.fuel;
      if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2)) && data2 !== null) {
        const err9 = { instancePath: instancePath + "/fuel", schemaPath: "#/properties/fuel/type", keyword: "type", params: { type: schema50.properties.fuel.type }, schema: schema50.properties.fuel.type, parentSchema: schema50.properties.fuel, data: data2 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
      if (typeof data2 == "number" && isFinite(data2)) {
        if (data2 > 9007199254740991 || isNaN(data2)) {
          const err10 = { instancePath: instancePath + "/fuel", schemaPath: "#/properties/fuel/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, schema: 9007199254740991, parentSchema: schema50.properties.fuel, data: data2 };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
        if (data2 < 0 || isNaN(data2)) {
          const err11 = { instancePath: instancePath + "/fuel", schemaPath: "#/properties/fuel/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema50.properties.fuel, data: data2 };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
      }
    }
    if (data.memoryBytes !== void 0) {
      let data3 = data.memoryBytes;
      if (!(typeof data3 == "number" && (!(data3 % 1) && !isNaN(data3)) && isFinite(data3)) && data3 !== null) {
        const err12 = { instancePath: instancePath + "/memoryBytes", schemaPath: "#/properties/memoryBytes/type", keyword: "type", params: { type: schema50.properties.memoryBytes.type }, schema: schema50.properties.memoryBytes.type, parentSchema: schema50.properties.memoryBytes, data: data3 };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
      if (typeof data3 == "number" && isFinite(data3)) {
        if (data3 > 4294967296 || isNaN(data3)) {
          const err13 = { instancePath: instancePath + "/memoryBytes", schemaPath: "#/properties/memoryBytes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967296 }, schema: 4294967296, parentSchema: schema50.properties.memoryBytes, data: data3 };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
        if (data3 < 0 || isNaN(data3)) {
          const err14 = { instancePath: instancePath + "/memoryBytes", schemaPath: "#/properties/memoryBytes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema50.properties.memoryBytes, data: data3 };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
      }
    }
    if (data.stdout !== void 0) {
      if (!validate119(data.stdout, { instancePath: instancePath + "/stdout", parentData: data, parentDataProperty: "stdout", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate119.errors : vErrors.concat(validate119.errors);
        errors = vErrors.length;
      }
    }
    if (data.stderr !== void 0) {
      if (!validate119(data.stderr, { instancePath: instancePath + "/stderr", parentData: data, parentDataProperty: "stderr", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate119.errors : vErrors.concat(validate119.errors);
        errors = vErrors.length;
      }
    }
    if (data.files !== void 0) {
      let data6 = data.files;
      if (Array.isArray(data6)) {
        if (data6.length > 4096) {
          const err15 = { instancePath: instancePath + "/files", schemaPath: "#/properties/files/maxItems", keyword: "maxItems", params: { limit: 4096 }, schema: 4096, parentSchema: schema50.properties.files, data: data6 };
          if (vErrors === null) {
            vErrors = [err15];
          } else {
            vErrors.push(err15);
          }
          errors++;
        }
        const len0 = data6.length;
        for (let i0 = 0; i0 < len0 && errors < 100; i0++) {
          if (!validate123(data6[i0], { instancePath: instancePath + "/files/" + i0, parentData: data6, parentDataProperty: i0, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate123.errors : vErrors.concat(validate123.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err16 = { instancePath: instancePath + "/files", schemaPath: "#/properties/files/type", keyword: "type", params: { type: "array" }, schema: schema50.properties.files.type, parentSchema: schema50.properties.files, data: data6 };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
    }
  } else {
    const err17 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema50.type, parentSchema: schema50, data };
    if (vErrors === null) {
      vErrors = [err17];
    } else {
      vErrors.push(err17);
    }
    errors++;
  }
  validate116.errors = vErrors;
  return errors === 0;
}
validate116.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema55 = { "title": "Execution", "type": "object", "required": ["node", "submitter", "order", "job", "attempt", "runtime", "isolation", "acceptedAt", "finishedAt"], "properties": { "node": { "$ref": "order.schema.json#/$defs/PeerId" }, "submitter": { "$ref": "order.schema.json#/$defs/PeerId" }, "order": { "$ref": "manifest.schema.json#/$defs/Digest" }, "job": { "$ref": "order.schema.json#/$defs/JobId" }, "attempt": { "type": "integer", "minimum": 1, "maximum": 1e6 }, "runtime": { "title": "RuntimeIdentity", "type": "object", "required": ["name", "version"], "properties": { "name": { "type": "string", "minLength": 1, "maxLength": 64 }, "version": { "type": "string", "minLength": 1, "maxLength": 64 } } }, "isolation": { "enum": ["full", "reduced"] }, "acceptedAt": { "$ref": "order.schema.json#/$defs/Time" }, "startedAt": { "$ref": "order.schema.json#/$defs/Time" }, "finishedAt": { "$ref": "order.schema.json#/$defs/Time" } } };
function validate130(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate130.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data === "string") {
    if (!pattern9.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^12D3Koo[1-9A-HJ-NP-Za-km-z]{45}$" }, schema: "^12D3Koo[1-9A-HJ-NP-Za-km-z]{45}$", parentSchema: schema30, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, schema: schema30.type, parentSchema: schema30, data };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate130.errors = vErrors;
  return errors === 0;
}
validate130.evaluated = { "dynamicProps": false, "dynamicItems": false };
function validate134(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate134.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data === "string") {
    if (!pattern11.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$" }, schema: "^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", parentSchema: schema32, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, schema: schema32.type, parentSchema: schema32, data };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate134.errors = vErrors;
  return errors === 0;
}
validate134.evaluated = { "dynamicProps": false, "dynamicItems": false };
function validate136(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate136.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (!(typeof data == "number" && (!(data % 1) && !isNaN(data)) && isFinite(data))) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "integer" }, schema: schema33.type, parentSchema: schema33, data };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (typeof data == "number" && isFinite(data)) {
    if (data > 9007199254740991 || isNaN(data)) {
      const err1 = { instancePath, schemaPath: "#/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, schema: 9007199254740991, parentSchema: schema33, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data < 0 || isNaN(data)) {
      const err2 = { instancePath, schemaPath: "#/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema33, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
  }
  validate136.errors = vErrors;
  return errors === 0;
}
validate136.evaluated = { "dynamicProps": false, "dynamicItems": false };
function validate129(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate129.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.node === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "node" }, schema: schema55.required, parentSchema: schema55, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.submitter === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "submitter" }, schema: schema55.required, parentSchema: schema55, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.order === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "order" }, schema: schema55.required, parentSchema: schema55, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.job === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "job" }, schema: schema55.required, parentSchema: schema55, data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.attempt === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "attempt" }, schema: schema55.required, parentSchema: schema55, data };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.runtime === void 0) {
      const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "runtime" }, schema: schema55.required, parentSchema: schema55, data };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    if (data.isolation === void 0) {
      const err6 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "isolation" }, schema: schema55.required, parentSchema: schema55, data };
      if (vErrors === null) {
        vErrors = [err6];
      } else {
        vErrors.push(err6);
      }
      errors++;
    }
    if (data.acceptedAt === void 0) {
      const err7 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "acceptedAt" }, schema: schema55.required, parentSchema: schema55, data };
      if (vErrors === null) {
        vErrors = [err7];
      } else {
        vErrors.push(err7);
      }
      errors++;
    }
    if (data.finishedAt === void 0) {
      const err8 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "finishedAt" }, schema: schema55.required, parentSchema: schema55, data };
      if (vErrors === null) {
        vErrors = [err8];
      } else {
        vErrors.push(err8);
      }
      errors++;
    }
    if (data.node !== void 0) {
      if (!validate130(data.node, { instancePath: instancePath + "/node", parentData: data, parentDataProperty: "node", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate130.errors : vErrors.concat(validate130.errors);
        errors = vErrors.length;
      }
    }
    if (data.submitter !== void 0) {
      if (!validate130(data.submitter, { instancePath: instancePath + "/submitter", parentData: data, parentDataProperty: "submitter", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate130.errors : vErrors.concat(validate130.errors);
        errors = vErrors.length;
      }
    }
    if (data.order !== void 0) {
      if (!validate107(data.order, { instancePath: instancePath + "/order", parentData: data, parentDataProperty: "order", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate107.errors : vErrors.concat(validate107.errors);
        errors = vErrors.length;
      }
    }
    if (data.job !== void 0) {
      if (!validate134(data.job, { instancePath: instancePath + "/job", parentData: data, parentDataProperty: "job", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate134.errors : vErrors.concat(validate134.errors);
        errors = vErrors.length;
      }
    }
    if (data.attempt !== void 0) {
      let data4 = data.attempt;
      if (!(typeof data4 == "number" && (!(data4 % 1) && !isNaN(data4)) && isFinite(data4))) {
        const err9 = { instancePath: instancePath + "/attempt", schemaPath: "#/properties/attempt/type", keyword: "type", params: { type: "integer" }, schema: schema55.properties.attempt.type, parentSchema: schema55.properties.attempt, data: data4 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
      if (typeof data4 == "number" && isFinite(data4)) {
        if (data4 > 1e6 || isNaN(data4)) {
          const err10 = { instancePath: instancePath + "/attempt", schemaPath: "#/properties/attempt/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e6 }, schema: 1e6, parentSchema: schema55.properties.attempt, data: data4 };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
        if (data4 < 1 || isNaN(data4)) {
          const err11 = { instancePath: instancePath + "/attempt", schemaPath: "#/properties/attempt/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema55.properties.attempt, data: data4 };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
      }
    }
    if (data.runtime !== void 0) {
      let data5 = data.runtime;
      if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
        if (data5.name === void 0) {
          const err12 = { instancePath: instancePath + "/runtime", schemaPath: "#/properties/runtime/required", keyword: "required", params: { missingProperty: "name" }, schema: schema55.properties.runtime.required, parentSchema: schema55.properties.runtime, data: data5 };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
        if (data5.version === void 0) {
          const err13 = { instancePath: instancePath + "/runtime", schemaPath: "#/properties/runtime/required", keyword: "required", params: { missingProperty: "version" }, schema: schema55.properties.runtime.required, parentSchema: schema55.properties.runtime, data: data5 };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
        if (data5.name !== void 0) {
          let data6 = data5.name;
          if (typeof data6 === "string") {
            if (func2(data6) > 64) {
              const err14 = { instancePath: instancePath + "/runtime/name", schemaPath: "#/properties/runtime/properties/name/maxLength", keyword: "maxLength", params: { limit: 64 }, schema: 64, parentSchema: schema55.properties.runtime.properties.name, data: data6 };
              if (vErrors === null) {
                vErrors = [err14];
              } else {
                vErrors.push(err14);
              }
              errors++;
            }
            if (func2(data6) < 1) {
              const err15 = { instancePath: instancePath + "/runtime/name", schemaPath: "#/properties/runtime/properties/name/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema55.properties.runtime.properties.name, data: data6 };
              if (vErrors === null) {
                vErrors = [err15];
              } else {
                vErrors.push(err15);
              }
              errors++;
            }
          } else {
            const err16 = { instancePath: instancePath + "/runtime/name", schemaPath: "#/properties/runtime/properties/name/type", keyword: "type", params: { type: "string" }, schema: schema55.properties.runtime.properties.name.type, parentSchema: schema55.properties.runtime.properties.name, data: data6 };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
        }
        if (data5.version !== void 0) {
          let data7 = data5.version;
          if (typeof data7 === "string") {
            if (func2(data7) > 64) {
              const err17 = { instancePath: instancePath + "/runtime/version", schemaPath: "#/properties/runtime/properties/version/maxLength", keyword: "maxLength", params: { limit: 64 }, schema: 64, parentSchema: schema55.properties.runtime.properties.version, data: data7 };
              if (vErrors === null) {
                vErrors = [err17];
              } else {
                vErrors.push(err17);
              }
              errors++;
            }
            if (func2(data7) < 1) {
              const err18 = { instancePath: instancePath + "/runtime/version", schemaPath: "#/properties/runtime/properties/version/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema55.properties.runtime.properties.version, data: data7 };
              if (vErrors === null) {
                vErrors = [err18];
              } else {
                vErrors.push(err18);
              }
              errors++;
            }
          } else {
            const err19 = { instancePath: instancePath + "/runtime/version", schemaPath: "#/properties/runtime/properties/version/type", keyword: "type", params: { type: "string" }, schema: schema55.properties.runtime.properties.version.type, parentSchema: schema55.properties.runtime.properties.version, data: data7 };
            if (vErrors === null) {
              vErrors = [err19];
            } else {
              vErrors.push(err19);
            }
            errors++;
          }
        }
      } else {
        const err20 = { instancePath: instancePath + "/runtime", schemaPath: "#/properties/runtime/type", keyword: "type", params: { type: "object" }, schema: schema55.properties.runtime.type, parentSchema: schema55.properties.runtime, data: data5 };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
    }
    if (data.isolation !== void 0) {
      let data8 = data.isolation;
      if (!(data8 === "full" || data8 === "reduced")) {
        const err21 = { instancePath: instancePath + "/isolation", schemaPath: "#/properties/isolation/enum", keyword: "enum", params: { allowedValues: schema55.properties.isolation.enum }, schema: schema55.properties.isolation.enum, parentSchema: schema55.properties.isolation, data: data8 };
        if (vErrors === null) {
          vErrors = [err21];
        } else {
          vErrors.push(err21);
        }
        errors++;
      }
    }
    if (data.acceptedAt !== void 0) {
      if (!validate136(data.acceptedAt, { instancePath: instancePath + "/acceptedAt", parentData: data, parentDataProperty: "acceptedAt", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate136.errors : vErrors.concat(validate136.errors);
        errors = vErrors.length;
      }
    }
    if (data.startedAt !== void 0) {
      if (!validate136(data.startedAt, { instancePath: instancePath + "/startedAt", parentData: data, parentDataProperty: "startedAt", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate136.errors : vErrors.concat(validate136.errors);
        errors = vErrors.length;
      }
    }
    if (data.finishedAt !== void 0) {
      if (!validate136(data.finishedAt, { instancePath: instancePath + "/finishedAt", parentData: data, parentDataProperty: "finishedAt", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate136.errors : vErrors.concat(validate136.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err22 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema55.type, parentSchema: schema55, data };
    if (vErrors === null) {
      vErrors = [err22];
    } else {
      vErrors.push(err22);
    }
    errors++;
  }
  validate129.errors = vErrors;
  return errors === 0;
}
validate129.evaluated = { "props": { "node": true, "submitter": true, "order": true, "job": true, "attempt": true, "runtime": true, "isolation": true, "acceptedAt": true, "startedAt": true, "finishedAt": true }, "dynamicProps": false, "dynamicItems": false };
var schema59 = { "title": "LogPosition", "type": "object", "required": ["epoch", "sequence"], "properties": { "epoch": { "type": "string", "pattern": "^[0-9a-f]{32}$" }, "sequence": { "type": "integer", "minimum": 0, "maximum": 9007199254740991 }, "previous": { "$ref": "manifest.schema.json#/$defs/Digest" } } };
var pattern12 = new RegExp("^[0-9a-f]{32}$", "u");
function validate141(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate141.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.epoch === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "epoch" }, schema: schema59.required, parentSchema: schema59, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.sequence === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "sequence" }, schema: schema59.required, parentSchema: schema59, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.epoch !== void 0) {
      let data0 = data.epoch;
      if (typeof data0 === "string") {
        if (!pattern12.test(data0)) {
          const err2 = { instancePath: instancePath + "/epoch", schemaPath: "#/properties/epoch/pattern", keyword: "pattern", params: { pattern: "^[0-9a-f]{32}$" }, schema: "^[0-9a-f]{32}$", parentSchema: schema59.properties.epoch, data: data0 };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/epoch", schemaPath: "#/properties/epoch/type", keyword: "type", params: { type: "string" }, schema: schema59.properties.epoch.type, parentSchema: schema59.properties.epoch, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.sequence !== void 0) {
      let data1 = data.sequence;
      if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
        const err4 = { instancePath: instancePath + "/sequence", schemaPath: "#/properties/sequence/type", keyword: "type", params: { type: "integer" }, schema: schema59.properties.sequence.type, parentSchema: schema59.properties.sequence, data: data1 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      if (typeof data1 == "number" && isFinite(data1)) {
        if (data1 > 9007199254740991 || isNaN(data1)) {
          const err5 = { instancePath: instancePath + "/sequence", schemaPath: "#/properties/sequence/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, schema: 9007199254740991, parentSchema: schema59.properties.sequence, data: data1 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        if (data1 < 0 || isNaN(data1)) {
          const err6 = { instancePath: instancePath + "/sequence", schemaPath: "#/properties/sequence/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema59.properties.sequence, data: data1 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      }
    }
    if (data.previous !== void 0) {
      if (!validate107(data.previous, { instancePath: instancePath + "/previous", parentData: data, parentDataProperty: "previous", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate107.errors : vErrors.concat(validate107.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err7 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema59.type, parentSchema: schema59, data };
    if (vErrors === null) {
      vErrors = [err7];
    } else {
      vErrors.push(err7);
    }
    errors++;
  }
  validate141.errors = vErrors;
  return errors === 0;
}
validate141.evaluated = { "props": { "epoch": true, "sequence": true, "previous": true }, "dynamicProps": false, "dynamicItems": false };
function validate105(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate105.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.task === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "task" }, schema: schema46.required, parentSchema: schema46, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.result === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "result" }, schema: schema46.required, parentSchema: schema46, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.execution === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "execution" }, schema: schema46.required, parentSchema: schema46, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.log === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "log" }, schema: schema46.required, parentSchema: schema46, data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.task !== void 0) {
      if (!validate106(data.task, { instancePath: instancePath + "/task", parentData: data, parentDataProperty: "task", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate106.errors : vErrors.concat(validate106.errors);
        errors = vErrors.length;
      }
    }
    if (data.result !== void 0) {
      if (!validate116(data.result, { instancePath: instancePath + "/result", parentData: data, parentDataProperty: "result", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate116.errors : vErrors.concat(validate116.errors);
        errors = vErrors.length;
      }
    }
    if (data.execution !== void 0) {
      if (!validate129(data.execution, { instancePath: instancePath + "/execution", parentData: data, parentDataProperty: "execution", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate129.errors : vErrors.concat(validate129.errors);
        errors = vErrors.length;
      }
    }
    if (data.log !== void 0) {
      if (!validate141(data.log, { instancePath: instancePath + "/log", parentData: data, parentDataProperty: "log", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate141.errors : vErrors.concat(validate141.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err4 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema46.type, parentSchema: schema46, data };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  }
  validate105.errors = vErrors;
  return errors === 0;
}
validate105.evaluated = { "props": { "task": true, "result": true, "execution": true, "log": true }, "dynamicProps": false, "dynamicItems": false };
function validate102(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate102.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data._type === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "_type" }, schema: schema44.required, parentSchema: schema44, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.subject === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "subject" }, schema: schema44.required, parentSchema: schema44, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.predicateType === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "predicateType" }, schema: schema44.required, parentSchema: schema44, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.predicate === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "predicate" }, schema: schema44.required, parentSchema: schema44, data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data._type !== void 0) {
      let data0 = data._type;
      if ("https://in-toto.io/Statement/v1" !== data0) {
        const err4 = { instancePath: instancePath + "/_type", schemaPath: "#/properties/_type/const", keyword: "const", params: { allowedValue: "https://in-toto.io/Statement/v1" }, schema: "https://in-toto.io/Statement/v1", parentSchema: schema44.properties._type, data: data0 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.subject !== void 0) {
      let data1 = data.subject;
      if (Array.isArray(data1)) {
        if (data1.length > 4099) {
          const err5 = { instancePath: instancePath + "/subject", schemaPath: "#/properties/subject/maxItems", keyword: "maxItems", params: { limit: 4099 }, schema: 4099, parentSchema: schema44.properties.subject, data: data1 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        if (data1.length < 1) {
          const err6 = { instancePath: instancePath + "/subject", schemaPath: "#/properties/subject/minItems", keyword: "minItems", params: { limit: 1 }, schema: 1, parentSchema: schema44.properties.subject, data: data1 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        const len0 = data1.length;
        for (let i0 = 0; i0 < len0 && errors < 100; i0++) {
          if (!validate103(data1[i0], { instancePath: instancePath + "/subject/" + i0, parentData: data1, parentDataProperty: i0, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err7 = { instancePath: instancePath + "/subject", schemaPath: "#/properties/subject/type", keyword: "type", params: { type: "array" }, schema: schema44.properties.subject.type, parentSchema: schema44.properties.subject, data: data1 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.predicateType !== void 0) {
      let data3 = data.predicateType;
      if ("urn:uuid:36bd8e2a-1bba-4a17-aa3c-d0e104499239" !== data3) {
        const err8 = { instancePath: instancePath + "/predicateType", schemaPath: "#/properties/predicateType/const", keyword: "const", params: { allowedValue: "urn:uuid:36bd8e2a-1bba-4a17-aa3c-d0e104499239" }, schema: "urn:uuid:36bd8e2a-1bba-4a17-aa3c-d0e104499239", parentSchema: schema44.properties.predicateType, data: data3 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.predicate !== void 0) {
      if (!validate105(data.predicate, { instancePath: instancePath + "/predicate", parentData: data, parentDataProperty: "predicate", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate105.errors : vErrors.concat(validate105.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err9 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema44.type, parentSchema: schema44, data };
    if (vErrors === null) {
      vErrors = [err9];
    } else {
      vErrors.push(err9);
    }
    errors++;
  }
  validate102.errors = vErrors;
  return errors === 0;
}
validate102.evaluated = { "props": { "_type": true, "subject": true, "predicateType": true, "predicate": true }, "dynamicProps": false, "dynamicItems": false };
function validate213(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate213.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.digest === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "digest" }, schema: schema86.required, parentSchema: schema86, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.job === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "job" }, schema: schema86.required, parentSchema: schema86, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.node === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "node" }, schema: schema86.required, parentSchema: schema86, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.task === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "task" }, schema: schema86.required, parentSchema: schema86, data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.resultDigest === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "resultDigest" }, schema: schema86.required, parentSchema: schema86, data };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.outcome === void 0) {
      const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "outcome" }, schema: schema86.required, parentSchema: schema86, data };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    if (data.own === void 0) {
      const err6 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "own" }, schema: schema86.required, parentSchema: schema86, data };
      if (vErrors === null) {
        vErrors = [err6];
      } else {
        vErrors.push(err6);
      }
      errors++;
    }
    if (data.storedAt === void 0) {
      const err7 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "storedAt" }, schema: schema86.required, parentSchema: schema86, data };
      if (vErrors === null) {
        vErrors = [err7];
      } else {
        vErrors.push(err7);
      }
      errors++;
    }
    if (data.statement === void 0) {
      const err8 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "statement" }, schema: schema86.required, parentSchema: schema86, data };
      if (vErrors === null) {
        vErrors = [err8];
      } else {
        vErrors.push(err8);
      }
      errors++;
    }
    if (data.digest !== void 0) {
      if (!validate89(data.digest, { instancePath: instancePath + "/digest", parentData: data, parentDataProperty: "digest", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate89.errors : vErrors.concat(validate89.errors);
        errors = vErrors.length;
      }
    }
    if (data.job !== void 0) {
      if (!validate92(data.job, { instancePath: instancePath + "/job", parentData: data, parentDataProperty: "job", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate92.errors : vErrors.concat(validate92.errors);
        errors = vErrors.length;
      }
    }
    if (data.node !== void 0) {
      if (!validate152(data.node, { instancePath: instancePath + "/node", parentData: data, parentDataProperty: "node", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate152.errors : vErrors.concat(validate152.errors);
        errors = vErrors.length;
      }
    }
    if (data.task !== void 0) {
      if (!validate89(data.task, { instancePath: instancePath + "/task", parentData: data, parentDataProperty: "task", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate89.errors : vErrors.concat(validate89.errors);
        errors = vErrors.length;
      }
    }
    if (data.resultDigest !== void 0) {
      if (!validate89(data.resultDigest, { instancePath: instancePath + "/resultDigest", parentData: data, parentDataProperty: "resultDigest", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate89.errors : vErrors.concat(validate89.errors);
        errors = vErrors.length;
      }
    }
    if (data.outcome !== void 0) {
      let data5 = data.outcome;
      if (typeof data5 !== "string") {
        const err9 = { instancePath: instancePath + "/outcome", schemaPath: "#/properties/outcome/type", keyword: "type", params: { type: "string" }, schema: schema86.properties.outcome.type, parentSchema: schema86.properties.outcome, data: data5 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.own !== void 0) {
      let data6 = data.own;
      if (typeof data6 !== "boolean") {
        const err10 = { instancePath: instancePath + "/own", schemaPath: "#/properties/own/type", keyword: "type", params: { type: "boolean" }, schema: schema86.properties.own.type, parentSchema: schema86.properties.own, data: data6 };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.storedAt !== void 0) {
      if (!validate94(data.storedAt, { instancePath: instancePath + "/storedAt", parentData: data, parentDataProperty: "storedAt", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate94.errors : vErrors.concat(validate94.errors);
        errors = vErrors.length;
      }
    }
    if (data.statement !== void 0) {
      if (!validate102(data.statement, { instancePath: instancePath + "/statement", parentData: data, parentDataProperty: "statement", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate102.errors : vErrors.concat(validate102.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err11 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema86.type, parentSchema: schema86, data };
    if (vErrors === null) {
      vErrors = [err11];
    } else {
      vErrors.push(err11);
    }
    errors++;
  }
  validate213.errors = vErrors;
  return errors === 0;
}
validate213.evaluated = { "props": { "digest": true, "job": true, "node": true, "task": true, "resultDigest": true, "outcome": true, "own": true, "storedAt": true, "statement": true }, "dynamicProps": false, "dynamicItems": false };
var validateSnapshotView = validate221;
var schema87 = { "title": "SnapshotView", "type": "object", "required": ["id", "directory", "dataDirectory"], "properties": { "id": { "type": "string" }, "directory": { "type": "string" }, "dataDirectory": { "type": "string" } } };
function validate221(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate221.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.id === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" }, schema: schema87.required, parentSchema: schema87, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.directory === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "directory" }, schema: schema87.required, parentSchema: schema87, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.dataDirectory === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "dataDirectory" }, schema: schema87.required, parentSchema: schema87, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.id !== void 0) {
      let data0 = data.id;
      if (typeof data0 !== "string") {
        const err3 = { instancePath: instancePath + "/id", schemaPath: "#/properties/id/type", keyword: "type", params: { type: "string" }, schema: schema87.properties.id.type, parentSchema: schema87.properties.id, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.directory !== void 0) {
      let data1 = data.directory;
      if (typeof data1 !== "string") {
        const err4 = { instancePath: instancePath + "/directory", schemaPath: "#/properties/directory/type", keyword: "type", params: { type: "string" }, schema: schema87.properties.directory.type, parentSchema: schema87.properties.directory, data: data1 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.dataDirectory !== void 0) {
      let data2 = data.dataDirectory;
      if (typeof data2 !== "string") {
        const err5 = { instancePath: instancePath + "/dataDirectory", schemaPath: "#/properties/dataDirectory/type", keyword: "type", params: { type: "string" }, schema: schema87.properties.dataDirectory.type, parentSchema: schema87.properties.dataDirectory, data: data2 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
  } else {
    const err6 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema87.type, parentSchema: schema87, data };
    if (vErrors === null) {
      vErrors = [err6];
    } else {
      vErrors.push(err6);
    }
    errors++;
  }
  validate221.errors = vErrors;
  return errors === 0;
}
validate221.evaluated = { "props": { "id": true, "directory": true, "dataDirectory": true }, "dynamicProps": false, "dynamicItems": false };
var validatePage = validate222;
var schema88 = { "title": "Page", "type": "object", "required": ["items"], "properties": { "items": { "type": "array" }, "next": { "type": "string" } } };
function validate222(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate222.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.items === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "items" }, schema: schema88.required, parentSchema: schema88, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.items !== void 0) {
      let data0 = data.items;
      if (!Array.isArray(data0)) {
        const err1 = { instancePath: instancePath + "/items", schemaPath: "#/properties/items/type", keyword: "type", params: { type: "array" }, schema: schema88.properties.items.type, parentSchema: schema88.properties.items, data: data0 };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.next !== void 0) {
      let data1 = data.next;
      if (typeof data1 !== "string") {
        const err2 = { instancePath: instancePath + "/next", schemaPath: "#/properties/next/type", keyword: "type", params: { type: "string" }, schema: schema88.properties.next.type, parentSchema: schema88.properties.next, data: data1 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
  } else {
    const err3 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema88.type, parentSchema: schema88, data };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  validate222.errors = vErrors;
  return errors === 0;
}
validate222.evaluated = { "props": { "items": true, "next": true }, "dynamicProps": false, "dynamicItems": false };
var validateConfig = validate168;
var schema65 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "config.schema.json", "title": "Config", "type": "object", "additionalProperties": false, "properties": { "dataDirectory": { "type": "string", "minLength": 1, "maxLength": 4096 }, "api": { "$ref": "#/$defs/Api", "default": {} }, "network": { "$ref": "#/$defs/Network", "default": {} }, "share": { "$ref": "#/$defs/Share", "default": {}, "x-reload": true }, "jobs": { "$ref": "#/$defs/Jobs", "default": {} }, "store": { "$ref": "#/$defs/Store", "default": {} }, "sandbox": { "$ref": "#/$defs/Sandbox", "default": {} }, "log": { "$ref": "#/$defs/Log", "default": {} }, "metrics": { "$ref": "#/$defs/Metrics", "default": {} } }, "$defs": { "Api": { "title": "ApiConfig", "type": "object", "additionalProperties": false, "properties": { "socket": { "type": "string", "minLength": 1, "maxLength": 107 }, "tcp": { "$ref": "#/$defs/Tcp" }, "tokens": { "type": "object", "x-reload": true, "x-secret": true, "default": {}, "maxProperties": 256, "propertyNames": { "pattern": "^(?!local$)[a-z][a-z0-9_]{0,63}$" }, "additionalProperties": { "type": "string", "pattern": "^[0-9a-f]{64}$" } } } }, "Tcp": { "title": "TcpConfig", "type": "object", "additionalProperties": false, "required": ["port"], "properties": { "host": { "enum": ["127.0.0.1", "::1"], "default": "127.0.0.1" }, "port": { "type": "integer", "minimum": 0, "maximum": 65535 } } }, "Network": { "title": "NetworkConfig", "type": "object", "additionalProperties": false, "properties": { "listen": { "type": "array", "maxItems": 32, "default": ["/ip4/0.0.0.0/tcp/4117", "/ip4/0.0.0.0/udp/4117/quic-v1"], "items": { "type": "string", "pattern": "^/.{1,511}$" } }, "announce": { "type": "array", "maxItems": 32, "default": [], "items": { "type": "string", "pattern": "^/.{1,511}$" } }, "transports": { "type": "array", "minItems": 1, "uniqueItems": true, "default": ["tcp", "quic"], "items": { "enum": ["tcp", "quic"] } }, "bootstrap": { "type": "array", "maxItems": 256, "default": [], "items": { "type": "string", "pattern": "^/.{1,511}/p2p/12D3Koo[1-9A-HJ-NP-Za-km-z]{45}$" } }, "allowPrivate": { "type": "boolean", "default": false }, "upnp": { "type": "boolean", "default": true }, "mdns": { "type": "boolean", "default": true }, "relay": { "$ref": "#/$defs/Relay", "default": {} } } }, "Relay": { "title": "RelayConfig", "type": "object", "additionalProperties": false, "properties": { "use": { "type": "boolean", "default": true }, "serve": { "type": "boolean", "default": false }, "maxReservations": { "type": "integer", "minimum": 1, "maximum": 4096, "default": 64 }, "maxBytes": { "type": "integer", "minimum": 131072, "maximum": 1073741824, "default": 8388608 }, "maxDurationMs": { "type": "integer", "minimum": 1e4, "maximum": 864e5, "default": 6e5 } } }, "Share": { "title": "ShareConfig", "type": "object", "additionalProperties": false, "properties": { "with": { "enum": ["nobody", "allowlist", "anyone"], "default": "nobody" }, "allowlist": { "type": "array", "maxItems": 4096, "default": [], "items": { "$ref": "order.schema.json#/$defs/PeerId" } }, "denyPeers": { "type": "array", "maxItems": 65536, "default": [], "items": { "$ref": "order.schema.json#/$defs/PeerId" } }, "denyDigests": { "type": "array", "maxItems": 65536, "default": [], "items": { "$ref": "manifest.schema.json#/$defs/Digest" } }, "maxFuel": { "type": "integer", "minimum": 1, "maximum": 9007199254740991, "default": 1e12 }, "maxMemoryBytes": { "type": "integer", "minimum": 65536, "maximum": 2147483648, "default": 536870912 }, "maxOutputBytes": { "type": "integer", "minimum": 0, "maximum": 1073741824, "default": 67108864 }, "maxWallTimeMs": { "type": "integer", "minimum": 1, "maximum": 864e5, "default": 6e5 }, "maxInputBytes": { "type": "integer", "minimum": 0, "maximum": 1073741824, "default": 268435456 }, "queuePerPeer": { "type": "integer", "minimum": 1, "maximum": 65536, "default": 32 }, "slots": { "type": "integer", "minimum": 1, "maximum": 1024 }, "memoryBytes": { "type": "integer", "minimum": 65536, "maximum": 9007199254740991 }, "perPeer": { "$ref": "#/$defs/PeerQuota", "default": {} }, "strangers": { "$ref": "#/$defs/StrangersQuota", "default": {} } } }, "PeerQuota": { "title": "PeerQuota", "type": "object", "additionalProperties": false, "properties": { "jobsPerMinute": { "type": "integer", "minimum": 1, "maximum": 1e6, "default": 3e3 }, "fuelPerMinute": { "type": "integer", "minimum": 1, "maximum": 9007199254740991, "default": 1e12 }, "bytesPerMinute": { "type": "integer", "minimum": 1, "maximum": 9007199254740991, "default": 1073741824 }, "blobBytes": { "type": "integer", "minimum": 1048576, "maximum": 9007199254740991, "default": 1073741824 } } }, "StrangersQuota": { "title": "StrangersQuota", "type": "object", "additionalProperties": false, "properties": { "jobsPerMinute": { "type": "integer", "minimum": 1, "maximum": 1e6, "default": 6e3 }, "fuelPerMinute": { "type": "integer", "minimum": 1, "maximum": 9007199254740991, "default": 4e12 }, "bytesPerMinute": { "type": "integer", "minimum": 1, "maximum": 9007199254740991, "default": 4294967296 }, "blobBytes": { "type": "integer", "minimum": 1048576, "maximum": 9007199254740991, "default": 4294967296 } } }, "Jobs": { "title": "JobsConfig", "type": "object", "additionalProperties": false, "properties": { "slots": { "type": "integer", "minimum": 1, "maximum": 1024 }, "queue": { "type": "integer", "minimum": 1, "maximum": 1e6, "default": 1024, "x-reload": true }, "hedge": { "type": "boolean", "default": true }, "retentionMs": { "type": "integer", "minimum": 0, "maximum": 31536e6, "default": 864e5 }, "drainMs": { "type": "integer", "minimum": 0, "maximum": 36e5, "x-reload": true } } }, "Store": { "title": "StoreConfig", "type": "object", "additionalProperties": false, "properties": { "blobQuotaBytes": { "type": "integer", "minimum": 67108864, "maximum": 9007199254740991, "default": 10737418240 }, "maxBlobBytes": { "type": "integer", "minimum": 1048576, "maximum": 1073741824, "default": 1073741824 } } }, "Sandbox": { "title": "SandboxConfig", "type": "object", "additionalProperties": false, "properties": { "isolation": { "enum": ["full", "reduced"], "default": "full", "x-reload": true }, "runtimes": { "type": "array", "minItems": 1, "uniqueItems": true, "default": ["interpreter", "v8"], "items": { "enum": ["interpreter", "v8"] } }, "preparedQuotaBytes": { "type": "integer", "minimum": 0, "maximum": 1099511627776, "default": 1073741824 }, "reuse": { "type": "boolean", "default": true } } }, "Log": { "title": "LogConfig", "type": "object", "additionalProperties": false, "properties": { "level": { "enum": ["error", "warn", "info", "debug", "silent"], "default": "info", "x-reload": true }, "format": { "enum": ["auto", "json", "text"], "default": "auto" } } }, "Metrics": { "title": "MetricsConfig", "type": "object", "additionalProperties": false, "properties": { "port": { "type": "integer", "minimum": 0, "maximum": 65535 } } } } };
var func1 = Object.prototype.hasOwnProperty;
var schema66 = { "title": "ApiConfig", "type": "object", "additionalProperties": false, "properties": { "socket": { "type": "string", "minLength": 1, "maxLength": 107 }, "tcp": { "$ref": "#/$defs/Tcp" }, "tokens": { "type": "object", "x-reload": true, "x-secret": true, "default": {}, "maxProperties": 256, "propertyNames": { "pattern": "^(?!local$)[a-z][a-z0-9_]{0,63}$" }, "additionalProperties": { "type": "string", "pattern": "^[0-9a-f]{64}$" } } } };
var schema67 = { "title": "TcpConfig", "type": "object", "additionalProperties": false, "required": ["port"], "properties": { "host": { "enum": ["127.0.0.1", "::1"], "default": "127.0.0.1" }, "port": { "type": "integer", "minimum": 0, "maximum": 65535 } } };
function validate170(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate170.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.host === void 0) {
      data.host = "127.0.0.1";
    }
    if (data.port === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "port" }, schema: schema67.required, parentSchema: schema67, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (errors >= 100) break;
      if (!(key0 === "host" || key0 === "port")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema67, data };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    let data0 = data.host;
    if (!(data0 === "127.0.0.1" || data0 === "::1")) {
      const err2 = { instancePath: instancePath + "/host", schemaPath: "#/properties/host/enum", keyword: "enum", params: { allowedValues: schema67.properties.host.enum }, schema: schema67.properties.host.enum, parentSchema: schema67.properties.host, data: data0 };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.port !== void 0) {
      let data1 = data.port;
      if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
        const err3 = { instancePath: instancePath + "/port", schemaPath: "#/properties/port/type", keyword: "type", params: { type: "integer" }, schema: schema67.properties.port.type, parentSchema: schema67.properties.port, data: data1 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      if (typeof data1 == "number" && isFinite(data1)) {
        if (data1 > 65535 || isNaN(data1)) {
          const err4 = { instancePath: instancePath + "/port", schemaPath: "#/properties/port/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 }, schema: 65535, parentSchema: schema67.properties.port, data: data1 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        if (data1 < 0 || isNaN(data1)) {
          const err5 = { instancePath: instancePath + "/port", schemaPath: "#/properties/port/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema67.properties.port, data: data1 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      }
    }
  } else {
    const err6 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema67.type, parentSchema: schema67, data };
    if (vErrors === null) {
      vErrors = [err6];
    } else {
      vErrors.push(err6);
    }
    errors++;
  }
  validate170.errors = vErrors;
  return errors === 0;
}
validate170.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var pattern23 = new RegExp("^(?!local$)[a-z][a-z0-9_]{0,63}$", "u");
function validate169(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate169.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.tokens === void 0) {
      data.tokens = {};
    }
    for (const key0 in data) {
      if (errors >= 100) break;
      if (!(key0 === "socket" || key0 === "tcp" || key0 === "tokens")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema66, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.socket !== void 0) {
      let data0 = data.socket;
      if (typeof data0 === "string") {
        if (func2(data0) > 107) {
          const err1 = { instancePath: instancePath + "/socket", schemaPath: "#/properties/socket/maxLength", keyword: "maxLength", params: { limit: 107 }, schema: 107, parentSchema: schema66.properties.socket, data: data0 };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
        if (func2(data0) < 1) {
          const err2 = { instancePath: instancePath + "/socket", schemaPath: "#/properties/socket/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema66.properties.socket, data: data0 };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/socket", schemaPath: "#/properties/socket/type", keyword: "type", params: { type: "string" }, schema: schema66.properties.socket.type, parentSchema: schema66.properties.socket, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.tcp !== void 0) {
      if (!validate170(data.tcp, { instancePath: instancePath + "/tcp", parentData: data, parentDataProperty: "tcp", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate170.errors : vErrors.concat(validate170.errors);
        errors = vErrors.length;
      }
    }
    let data2 = data.tokens;
    if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
      if (Object.keys(data2).length > 256) {
        const err4 = { instancePath: instancePath + "/tokens", schemaPath: "#/properties/tokens/maxProperties", keyword: "maxProperties", params: { limit: 256 }, schema: 256, parentSchema: schema66.properties.tokens, data: data2 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      for (const key1 in data2) {
        if (errors >= 100) break;
        const _errs9 = errors;
        if (typeof key1 === "string") {
          if (!pattern23.test(key1)) {
            const err5 = { instancePath: instancePath + "/tokens", schemaPath: "#/properties/tokens/propertyNames/pattern", keyword: "pattern", params: { pattern: "^(?!local$)[a-z][a-z0-9_]{0,63}$" }, schema: "^(?!local$)[a-z][a-z0-9_]{0,63}$", parentSchema: schema66.properties.tokens.propertyNames, data: key1, propertyName: key1 };
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
        }
        var valid1 = _errs9 === errors;
        if (!valid1) {
          const err6 = { instancePath: instancePath + "/tokens", schemaPath: "#/properties/tokens/propertyNames", keyword: "propertyNames", params: { propertyName: key1 }, schema: schema66.properties.tokens.propertyNames, parentSchema: schema66.properties.tokens, data: data2 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      }
      for (const key2 in data2) {
        if (errors >= 100) break;
        let data3 = data2[key2];
        if (typeof data3 === "string") {
          if (!pattern16.test(data3)) {
            const err7 = { instancePath: instancePath + "/tokens/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/tokens/additionalProperties/pattern", keyword: "pattern", params: { pattern: "^[0-9a-f]{64}$" }, schema: "^[0-9a-f]{64}$", parentSchema: schema66.properties.tokens.additionalProperties, data: data3 };
            if (vErrors === null) {
              vErrors = [err7];
            } else {
              vErrors.push(err7);
            }
            errors++;
          }
        } else {
          const err8 = { instancePath: instancePath + "/tokens/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/tokens/additionalProperties/type", keyword: "type", params: { type: "string" }, schema: schema66.properties.tokens.additionalProperties.type, parentSchema: schema66.properties.tokens.additionalProperties, data: data3 };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      }
    } else {
      const err9 = { instancePath: instancePath + "/tokens", schemaPath: "#/properties/tokens/type", keyword: "type", params: { type: "object" }, schema: schema66.properties.tokens.type, parentSchema: schema66.properties.tokens, data: data2 };
      if (vErrors === null) {
        vErrors = [err9];
      } else {
        vErrors.push(err9);
      }
      errors++;
    }
  } else {
    const err10 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema66.type, parentSchema: schema66, data };
    if (vErrors === null) {
      vErrors = [err10];
    } else {
      vErrors.push(err10);
    }
    errors++;
  }
  validate169.errors = vErrors;
  return errors === 0;
}
validate169.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema68 = { "title": "NetworkConfig", "type": "object", "additionalProperties": false, "properties": { "listen": { "type": "array", "maxItems": 32, "default": ["/ip4/0.0.0.0/tcp/4117", "/ip4/0.0.0.0/udp/4117/quic-v1"], "items": { "type": "string", "pattern": "^/.{1,511}$" } }, "announce": { "type": "array", "maxItems": 32, "default": [], "items": { "type": "string", "pattern": "^/.{1,511}$" } }, "transports": { "type": "array", "minItems": 1, "uniqueItems": true, "default": ["tcp", "quic"], "items": { "enum": ["tcp", "quic"] } }, "bootstrap": { "type": "array", "maxItems": 256, "default": [], "items": { "type": "string", "pattern": "^/.{1,511}/p2p/12D3Koo[1-9A-HJ-NP-Za-km-z]{45}$" } }, "allowPrivate": { "type": "boolean", "default": false }, "upnp": { "type": "boolean", "default": true }, "mdns": { "type": "boolean", "default": true }, "relay": { "$ref": "#/$defs/Relay", "default": {} } } };
var pattern25 = new RegExp("^/.{1,511}$", "u");
var pattern27 = new RegExp("^/.{1,511}/p2p/12D3Koo[1-9A-HJ-NP-Za-km-z]{45}$", "u");
var func0 = require_equal().default;
var schema69 = { "title": "RelayConfig", "type": "object", "additionalProperties": false, "properties": { "use": { "type": "boolean", "default": true }, "serve": { "type": "boolean", "default": false }, "maxReservations": { "type": "integer", "minimum": 1, "maximum": 4096, "default": 64 }, "maxBytes": { "type": "integer", "minimum": 131072, "maximum": 1073741824, "default": 8388608 }, "maxDurationMs": { "type": "integer", "minimum": 1e4, "maximum": 864e5, "default": 6e5 } } };
function validate174(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate174.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.use === void 0) {
      data.use = true;
    }
    if (data.serve === void 0) {
      data.serve = false;
    }
    if (data.maxReservations === void 0) {
      data.maxReservations = 64;
    }
    if (data.maxBytes === void 0) {
      data.maxBytes = 8388608;
    }
    if (data.maxDurationMs === void 0) {
      data.maxDurationMs = 6e5;
    }
    for (const key0 in data) {
      if (errors >= 100) break;
      if (!(key0 === "use" || key0 === "serve" || key0 === "maxReservations" || key0 === "maxBytes" || key0 === "maxDurationMs")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema69, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    let data0 = data.use;
    if (typeof data0 !== "boolean") {
      const err1 = { instancePath: instancePath + "/use", schemaPath: "#/properties/use/type", keyword: "type", params: { type: "boolean" }, schema: schema69.properties.use.type, parentSchema: schema69.properties.use, data: data0 };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    let data1 = data.serve;
    if (typeof data1 !== "boolean") {
      const err2 = { instancePath: instancePath + "/serve", schemaPath: "#/properties/serve/type", keyword: "type", params: { type: "boolean" }, schema: schema69.properties.serve.type, parentSchema: schema69.properties.serve, data: data1 };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    let data2 = data.maxReservations;
    if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2))) {
      const err3 = { instancePath: instancePath + "/maxReservations", schemaPath: "#/properties/maxReservations/type", keyword: "type", params: { type: "integer" }, schema: schema69.properties.maxReservations.type, parentSchema: schema69.properties.maxReservations, data: data2 };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (typeof data2 == "number" && isFinite(data2)) {
      if (data2 > 4096 || isNaN(data2)) {
        const err4 = { instancePath: instancePath + "/maxReservations", schemaPath: "#/properties/maxReservations/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4096 }, schema: 4096, parentSchema: schema69.properties.maxReservations, data: data2 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      if (data2 < 1 || isNaN(data2)) {
        const err5 = { instancePath: instancePath + "/maxReservations", schemaPath: "#/properties/maxReservations/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema69.properties.maxReservations, data: data2 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    let data3 = data.maxBytes;
    if (!(typeof data3 == "number" && (!(data3 % 1) && !isNaN(data3)) && isFinite(data3))) {
      const err6 = { instancePath: instancePath + "/maxBytes", schemaPath: "#/properties/maxBytes/type", keyword: "type", params: { type: "integer" }, schema: schema69.properties.maxBytes.type, parentSchema: schema69.properties.maxBytes, data: data3 };
      if (vErrors === null) {
        vErrors = [err6];
      } else {
        vErrors.push(err6);
      }
      errors++;
    }
    if (typeof data3 == "number" && isFinite(data3)) {
      if (data3 > 1073741824 || isNaN(data3)) {
        const err7 = { instancePath: instancePath + "/maxBytes", schemaPath: "#/properties/maxBytes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1073741824 }, schema: 1073741824, parentSchema: schema69.properties.maxBytes, data: data3 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
      if (data3 < 131072 || isNaN(data3)) {
        const err8 = { instancePath: instancePath + "/maxBytes", schemaPath: "#/properties/maxBytes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 131072 }, schema: 131072, parentSchema: schema69.properties.maxBytes, data: data3 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    let data4 = data.maxDurationMs;
    if (!(typeof data4 == "number" && (!(data4 % 1) && !isNaN(data4)) && isFinite(data4))) {
      const err9 = { instancePath: instancePath + "/maxDurationMs", schemaPath: "#/properties/maxDurationMs/type", keyword: "type", params: { type: "integer" }, schema: schema69.properties.maxDurationMs.type, parentSchema: schema69.properties.maxDurationMs, data: data4 };
      if (vErrors === null) {
        vErrors = [err9];
      } else {
        vErrors.push(err9);
      }
      errors++;
    }
    if (typeof data4 == "number" && isFinite(data4)) {
      if (data4 > 864e5 || isNaN(data4)) {
        const err10 = { instancePath: instancePath + "/maxDurationMs", schemaPath: "#/properties/maxDurationMs/maximum", keyword: "maximum", params: { comparison: "<=", limit: 864e5 }, schema: 864e5, parentSchema: schema69.properties.maxDurationMs, data: data4 };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
      if (data4 < 1e4 || isNaN(data4)) {
        const err11 = { instancePath: instancePath + "/maxDurationMs", schemaPath: "#/properties/maxDurationMs/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1e4 }, schema: 1e4, parentSchema: schema69.properties.maxDurationMs, data: data4 };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
  } else {
    const err12 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema69.type, parentSchema: schema69, data };
    if (vErrors === null) {
      vErrors = [err12];
    } else {
      vErrors.push(err12);
    }
    errors++;
  }
  validate174.errors = vErrors;
  return errors === 0;
}
validate174.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate173(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate173.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.listen === void 0) {
      data.listen = ["/ip4/0.0.0.0/tcp/4117", "/ip4/0.0.0.0/udp/4117/quic-v1"];
    }
    if (data.announce === void 0) {
      data.announce = [];
    }
    if (data.transports === void 0) {
      data.transports = ["tcp", "quic"];
    }
    if (data.bootstrap === void 0) {
      data.bootstrap = [];
    }
    if (data.allowPrivate === void 0) {
      data.allowPrivate = false;
    }
    if (data.upnp === void 0) {
      data.upnp = true;
    }
    if (data.mdns === void 0) {
      data.mdns = true;
    }
    if (data.relay === void 0) {
      data.relay = {};
    }
    for (const key0 in data) {
      if (errors >= 100) break;
      if (!(key0 === "listen" || key0 === "announce" || key0 === "transports" || key0 === "bootstrap" || key0 === "allowPrivate" || key0 === "upnp" || key0 === "mdns" || key0 === "relay")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema68, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    let data0 = data.listen;
    if (Array.isArray(data0)) {
      if (data0.length > 32) {
        const err1 = { instancePath: instancePath + "/listen", schemaPath: "#/properties/listen/maxItems", keyword: "maxItems", params: { limit: 32 }, schema: 32, parentSchema: schema68.properties.listen, data: data0 };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
      const len0 = data0.length;
      for (let i0 = 0; i0 < len0 && errors < 100; i0++) {
        let data1 = data0[i0];
        if (typeof data1 === "string") {
          if (!pattern25.test(data1)) {
            const err2 = { instancePath: instancePath + "/listen/" + i0, schemaPath: "#/properties/listen/items/pattern", keyword: "pattern", params: { pattern: "^/.{1,511}$" }, schema: "^/.{1,511}$", parentSchema: schema68.properties.listen.items, data: data1 };
            if (vErrors === null) {
              vErrors = [err2];
            } else {
              vErrors.push(err2);
            }
            errors++;
          }
        } else {
          const err3 = { instancePath: instancePath + "/listen/" + i0, schemaPath: "#/properties/listen/items/type", keyword: "type", params: { type: "string" }, schema: schema68.properties.listen.items.type, parentSchema: schema68.properties.listen.items, data: data1 };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      }
    } else {
      const err4 = { instancePath: instancePath + "/listen", schemaPath: "#/properties/listen/type", keyword: "type", params: { type: "array" }, schema: schema68.properties.listen.type, parentSchema: schema68.properties.listen, data: data0 };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    let data2 = data.announce;
    if (Array.isArray(data2)) {
      if (data2.length > 32) {
        const err5 = { instancePath: instancePath + "/announce", schemaPath: "#/properties/announce/maxItems", keyword: "maxItems", params: { limit: 32 }, schema: 32, parentSchema: schema68.properties.announce, data: data2 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
      const len1 = data2.length;
      for (let i1 = 0; i1 < len1 && errors < 100; i1++) {
        let data3 = data2[i1];
        if (typeof data3 === "string") {
          if (!pattern25.test(data3)) {
            const err6 = { instancePath: instancePath + "/announce/" + i1, schemaPath: "#/properties/announce/items/pattern", keyword: "pattern", params: { pattern: "^/.{1,511}$" }, schema: "^/.{1,511}$", parentSchema: schema68.properties.announce.items, data: data3 };
            if (vErrors === null) {
              vErrors = [err6];
            } else {
              vErrors.push(err6);
            }
            errors++;
          }
        } else {
          const err7 = { instancePath: instancePath + "/announce/" + i1, schemaPath: "#/properties/announce/items/type", keyword: "type", params: { type: "string" }, schema: schema68.properties.announce.items.type, parentSchema: schema68.properties.announce.items, data: data3 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      }
    } else {
      const err8 = { instancePath: instancePath + "/announce", schemaPath: "#/properties/announce/type", keyword: "type", params: { type: "array" }, schema: schema68.properties.announce.type, parentSchema: schema68.properties.announce, data: data2 };
      if (vErrors === null) {
        vErrors = [err8];
      } else {
        vErrors.push(err8);
      }
      errors++;
    }
    let data4 = data.transports;
    if (Array.isArray(data4)) {
      if (data4.length < 1) {
        const err9 = { instancePath: instancePath + "/transports", schemaPath: "#/properties/transports/minItems", keyword: "minItems", params: { limit: 1 }, schema: 1, parentSchema: schema68.properties.transports, data: data4 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
      const len2 = data4.length;
      for (let i2 = 0; i2 < len2 && errors < 100; i2++) {
        let data5 = data4[i2];
        if (!(data5 === "tcp" || data5 === "quic")) {
          const err10 = { instancePath: instancePath + "/transports/" + i2, schemaPath: "#/properties/transports/items/enum", keyword: "enum", params: { allowedValues: schema68.properties.transports.items.enum }, schema: schema68.properties.transports.items.enum, parentSchema: schema68.properties.transports.items, data: data5 };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
      }
      let i3 = data4.length;
      let j0;
      if (i3 > 1) {
        outer0:
          for (; i3--; ) {
            for (j0 = i3; j0--; ) {
              if (func0(data4[i3], data4[j0])) {
                const err11 = { instancePath: instancePath + "/transports", schemaPath: "#/properties/transports/uniqueItems", keyword: "uniqueItems", params: { i: i3, j: j0 }, schema: true, parentSchema: schema68.properties.transports, data: data4 };
                if (vErrors === null) {
                  vErrors = [err11];
                } else {
                  vErrors.push(err11);
                }
                errors++;
                break outer0;
              }
            }
          }
      }
    } else {
      const err12 = { instancePath: instancePath + "/transports", schemaPath: "#/properties/transports/type", keyword: "type", params: { type: "array" }, schema: schema68.properties.transports.type, parentSchema: schema68.properties.transports, data: data4 };
      if (vErrors === null) {
        vErrors = [err12];
      } else {
        vErrors.push(err12);
      }
      errors++;
    }
    let data6 = data.bootstrap;
    if (Array.isArray(data6)) {
      if (data6.length > 256) {
        const err13 = { instancePath: instancePath + "/bootstrap", schemaPath: "#/properties/bootstrap/maxItems", keyword: "maxItems", params: { limit: 256 }, schema: 256, parentSchema: schema68.properties.bootstrap, data: data6 };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
      const len3 = data6.length;
      for (let i4 = 0; i4 < len3 && errors < 100; i4++) {
        let data7 = data6[i4];
        if (typeof data7 === "string") {
          if (!pattern27.test(data7)) {
            const err14 = { instancePath: instancePath + "/bootstrap/" + i4, schemaPath: "#/properties/bootstrap/items/pattern", keyword: "pattern", params: { pattern: "^/.{1,511}/p2p/12D3Koo[1-9A-HJ-NP-Za-km-z]{45}$" }, schema: "^/.{1,511}/p2p/12D3Koo[1-9A-HJ-NP-Za-km-z]{45}$", parentSchema: schema68.properties.bootstrap.items, data: data7 };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
        } else {
          const err15 = { instancePath: instancePath + "/bootstrap/" + i4, schemaPath: "#/properties/bootstrap/items/type", keyword: "type", params: { type: "string" }, schema: schema68.properties.bootstrap.items.type, parentSchema: schema68.properties.bootstrap.items, data: data7 };
          if (vErrors === null) {
            vErrors = [err15];
          } else {
            vErrors.push(err15);
          }
          errors++;
        }
      }
    } else {
      const err16 = { instancePath: instancePath + "/bootstrap", schemaPath: "#/properties/bootstrap/type", keyword: "type", params: { type: "array" }, schema: schema68.properties.bootstrap.type, parentSchema: schema68.properties.bootstrap, data: data6 };
      if (vErrors === null) {
        vErrors = [err16];
      } else {
        vErrors.push(err16);
      }
      errors++;
    }
    let data8 = data.allowPrivate;
    if (typeof data8 !== "boolean") {
      const err17 = { instancePath: instancePath + "/allowPrivate", schemaPath: "#/properties/allowPrivate/type", keyword: "type", params: { type: "boolean" }, schema: schema68.properties.allowPrivate.type, parentSchema: schema68.properties.allowPrivate, data: data8 };
      if (vErrors === null) {
        vErrors = [err17];
      } else {
        vErrors.push(err17);
      }
      errors++;
    }
    let data9 = data.upnp;
    if (typeof data9 !== "boolean") {
      const err18 = { instancePath: instancePath + "/upnp", schemaPath: "#/properties/upnp/type", keyword: "type", params: { type: "boolean" }, schema: schema68.properties.upnp.type, parentSchema: schema68.properties.upnp, data: data9 };
      if (vErrors === null) {
        vErrors = [err18];
      } else {
        vErrors.push(err18);
      }
      errors++;
    }
    let data10 = data.mdns;
    if (typeof data10 !== "boolean") {
      const err19 = { instancePath: instancePath + "/mdns", schemaPath: "#/properties/mdns/type", keyword: "type", params: { type: "boolean" }, schema: schema68.properties.mdns.type, parentSchema: schema68.properties.mdns, data: data10 };
      if (vErrors === null) {
        vErrors = [err19];
      } else {
        vErrors.push(err19);
      }
      errors++;
    }
    if (!validate174(data.relay, { instancePath: instancePath + "/relay", parentData: data, parentDataProperty: "relay", rootData, dynamicAnchors })) {
      vErrors = vErrors === null ? validate174.errors : vErrors.concat(validate174.errors);
      errors = vErrors.length;
    }
  } else {
    const err20 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema68.type, parentSchema: schema68, data };
    if (vErrors === null) {
      vErrors = [err20];
    } else {
      vErrors.push(err20);
    }
    errors++;
  }
  validate173.errors = vErrors;
  return errors === 0;
}
validate173.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema70 = { "title": "ShareConfig", "type": "object", "additionalProperties": false, "properties": { "with": { "enum": ["nobody", "allowlist", "anyone"], "default": "nobody" }, "allowlist": { "type": "array", "maxItems": 4096, "default": [], "items": { "$ref": "order.schema.json#/$defs/PeerId" } }, "denyPeers": { "type": "array", "maxItems": 65536, "default": [], "items": { "$ref": "order.schema.json#/$defs/PeerId" } }, "denyDigests": { "type": "array", "maxItems": 65536, "default": [], "items": { "$ref": "manifest.schema.json#/$defs/Digest" } }, "maxFuel": { "type": "integer", "minimum": 1, "maximum": 9007199254740991, "default": 1e12 }, "maxMemoryBytes": { "type": "integer", "minimum": 65536, "maximum": 2147483648, "default": 536870912 }, "maxOutputBytes": { "type": "integer", "minimum": 0, "maximum": 1073741824, "default": 67108864 }, "maxWallTimeMs": { "type": "integer", "minimum": 1, "maximum": 864e5, "default": 6e5 }, "maxInputBytes": { "type": "integer", "minimum": 0, "maximum": 1073741824, "default": 268435456 }, "queuePerPeer": { "type": "integer", "minimum": 1, "maximum": 65536, "default": 32 }, "slots": { "type": "integer", "minimum": 1, "maximum": 1024 }, "memoryBytes": { "type": "integer", "minimum": 65536, "maximum": 9007199254740991 }, "perPeer": { "$ref": "#/$defs/PeerQuota", "default": {} }, "strangers": { "$ref": "#/$defs/StrangersQuota", "default": {} } } };
function validate178(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate178.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data === "string") {
    if (!pattern9.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^12D3Koo[1-9A-HJ-NP-Za-km-z]{45}$" }, schema: "^12D3Koo[1-9A-HJ-NP-Za-km-z]{45}$", parentSchema: schema30, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, schema: schema30.type, parentSchema: schema30, data };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate178.errors = vErrors;
  return errors === 0;
}
validate178.evaluated = { "dynamicProps": false, "dynamicItems": false };
function validate181(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate181.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data === "string") {
    if (!pattern3.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^sha256:[0-9a-f]{64}$" }, schema: "^sha256:[0-9a-f]{64}$", parentSchema: schema22, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, schema: schema22.type, parentSchema: schema22, data };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate181.errors = vErrors;
  return errors === 0;
}
validate181.evaluated = { "dynamicProps": false, "dynamicItems": false };
function validate183(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate183.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.jobsPerMinute === void 0) {
      data.jobsPerMinute = 3e3;
    }
    if (data.fuelPerMinute === void 0) {
      data.fuelPerMinute = 1e12;
    }
    if (data.bytesPerMinute === void 0) {
      data.bytesPerMinute = 1073741824;
    }
    if (data.blobBytes === void 0) {
      data.blobBytes = 1073741824;
    }
    for (const key0 in data) {
      if (errors >= 100) break;
      if (!(key0 === "jobsPerMinute" || key0 === "fuelPerMinute" || key0 === "bytesPerMinute" || key0 === "blobBytes")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema73, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    let data0 = data.jobsPerMinute;
    if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)) && isFinite(data0))) {
      const err1 = { instancePath: instancePath + "/jobsPerMinute", schemaPath: "#/properties/jobsPerMinute/type", keyword: "type", params: { type: "integer" }, schema: schema73.properties.jobsPerMinute.type, parentSchema: schema73.properties.jobsPerMinute, data: data0 };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (typeof data0 == "number" && isFinite(data0)) {
      if (data0 > 1e6 || isNaN(data0)) {
        const err2 = { instancePath: instancePath + "/jobsPerMinute", schemaPath: "#/properties/jobsPerMinute/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e6 }, schema: 1e6, parentSchema: schema73.properties.jobsPerMinute, data: data0 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      if (data0 < 1 || isNaN(data0)) {
        const err3 = { instancePath: instancePath + "/jobsPerMinute", schemaPath: "#/properties/jobsPerMinute/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema73.properties.jobsPerMinute, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    let data1 = data.fuelPerMinute;
    if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
      const err4 = { instancePath: instancePath + "/fuelPerMinute", schemaPath: "#/properties/fuelPerMinute/type", keyword: "type", params: { type: "integer" }, schema: schema73.properties.fuelPerMinute.type, parentSchema: schema73.properties.fuelPerMinute, data: data1 };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (typeof data1 == "number" && isFinite(data1)) {
      if (data1 > 9007199254740991 || isNaN(data1)) {
        const err5 = { instancePath: instancePath + "/fuelPerMinute", schemaPath: "#/properties/fuelPerMinute/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, schema: 9007199254740991, parentSchema: schema73.properties.fuelPerMinute, data: data1 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
      if (data1 < 1 || isNaN(data1)) {
        const err6 = { instancePath: instancePath + "/fuelPerMinute", schemaPath: "#/properties/fuelPerMinute/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema73.properties.fuelPerMinute, data: data1 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    let data2 = data.bytesPerMinute;
    if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2))) {
      const err7 = { instancePath: instancePath + "/bytesPerMinute", schemaPath: "#/properties/bytesPerMinute/type", keyword: "type", params: { type: "integer" }, schema: schema73.properties.bytesPerMinute.type, parentSchema: schema73.properties.bytesPerMinute, data: data2 };
      if (vErrors === null) {
        vErrors = [err7];
      } else {
        vErrors.push(err7);
      }
      errors++;
    }
    if (typeof data2 == "number" && isFinite(data2)) {
      if (data2 > 9007199254740991 || isNaN(data2)) {
        const err8 = { instancePath: instancePath + "/bytesPerMinute", schemaPath: "#/properties/bytesPerMinute/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, schema: 9007199254740991, parentSchema: schema73.properties.bytesPerMinute, data: data2 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
      if (data2 < 1 || isNaN(data2)) {
        const err9 = { instancePath: instancePath + "/bytesPerMinute", schemaPath: "#/properties/bytesPerMinute/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema73.properties.bytesPerMinute, data: data2 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    let data3 = data.blobBytes;
    if (!(typeof data3 == "number" && (!(data3 % 1) && !isNaN(data3)) && isFinite(data3))) {
      const err10 = { instancePath: instancePath + "/blobBytes", schemaPath: "#/properties/blobBytes/type", keyword: "type", params: { type: "integer" }, schema: schema73.properties.blobBytes.type, parentSchema: schema73.properties.blobBytes, data: data3 };
      if (vErrors === null) {
        vErrors = [err10];
      } else {
        vErrors.push(err10);
      }
      errors++;
    }
    if (typeof data3 == "number" && isFinite(data3)) {
      if (data3 > 9007199254740991 || isNaN(data3)) {
        const err11 = { instancePath: instancePath + "/blobBytes", schemaPath: "#/properties/blobBytes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, schema: 9007199254740991, parentSchema: schema73.properties.blobBytes, data: data3 };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
      if (data3 < 1048576 || isNaN(data3)) {
        const err12 = { instancePath: instancePath + "/blobBytes", schemaPath: "#/properties/blobBytes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1048576 }, schema: 1048576, parentSchema: schema73.properties.blobBytes, data: data3 };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
  } else {
    const err13 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema73.type, parentSchema: schema73, data };
    if (vErrors === null) {
      vErrors = [err13];
    } else {
      vErrors.push(err13);
    }
    errors++;
  }
  validate183.errors = vErrors;
  return errors === 0;
}
validate183.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate185(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate185.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.jobsPerMinute === void 0) {
      data.jobsPerMinute = 6e3;
    }
    if (data.fuelPerMinute === void 0) {
      data.fuelPerMinute = 4e12;
    }
    if (data.bytesPerMinute === void 0) {
      data.bytesPerMinute = 4294967296;
    }
    if (data.blobBytes === void 0) {
      data.blobBytes = 4294967296;
    }
    for (const key0 in data) {
      if (errors >= 100) break;
      if (!(key0 === "jobsPerMinute" || key0 === "fuelPerMinute" || key0 === "bytesPerMinute" || key0 === "blobBytes")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema74, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    let data0 = data.jobsPerMinute;
    if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)) && isFinite(data0))) {
      const err1 = { instancePath: instancePath + "/jobsPerMinute", schemaPath: "#/properties/jobsPerMinute/type", keyword: "type", params: { type: "integer" }, schema: schema74.properties.jobsPerMinute.type, parentSchema: schema74.properties.jobsPerMinute, data: data0 };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (typeof data0 == "number" && isFinite(data0)) {
      if (data0 > 1e6 || isNaN(data0)) {
        const err2 = { instancePath: instancePath + "/jobsPerMinute", schemaPath: "#/properties/jobsPerMinute/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e6 }, schema: 1e6, parentSchema: schema74.properties.jobsPerMinute, data: data0 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      if (data0 < 1 || isNaN(data0)) {
        const err3 = { instancePath: instancePath + "/jobsPerMinute", schemaPath: "#/properties/jobsPerMinute/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema74.properties.jobsPerMinute, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    let data1 = data.fuelPerMinute;
    if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
      const err4 = { instancePath: instancePath + "/fuelPerMinute", schemaPath: "#/properties/fuelPerMinute/type", keyword: "type", params: { type: "integer" }, schema: schema74.properties.fuelPerMinute.type, parentSchema: schema74.properties.fuelPerMinute, data: data1 };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (typeof data1 == "number" && isFinite(data1)) {
      if (data1 > 9007199254740991 || isNaN(data1)) {
        const err5 = { instancePath: instancePath + "/fuelPerMinute", schemaPath: "#/properties/fuelPerMinute/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, schema: 9007199254740991, parentSchema: schema74.properties.fuelPerMinute, data: data1 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
      if (data1 < 1 || isNaN(data1)) {
        const err6 = { instancePath: instancePath + "/fuelPerMinute", schemaPath: "#/properties/fuelPerMinute/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema74.properties.fuelPerMinute, data: data1 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    let data2 = data.bytesPerMinute;
    if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2))) {
      const err7 = { instancePath: instancePath + "/bytesPerMinute", schemaPath: "#/properties/bytesPerMinute/type", keyword: "type", params: { type: "integer" }, schema: schema74.properties.bytesPerMinute.type, parentSchema: schema74.properties.bytesPerMinute, data: data2 };
      if (vErrors === null) {
        vErrors = [err7];
      } else {
        vErrors.push(err7);
      }
      errors++;
    }
    if (typeof data2 == "number" && isFinite(data2)) {
      if (data2 > 9007199254740991 || isNaN(data2)) {
        const err8 = { instancePath: instancePath + "/bytesPerMinute", schemaPath: "#/properties/bytesPerMinute/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, schema: 9007199254740991, parentSchema: schema74.properties.bytesPerMinute, data: data2 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
      if (data2 < 1 || isNaN(data2)) {
        const err9 = { instancePath: instancePath + "/bytesPerMinute", schemaPath: "#/properties/bytesPerMinute/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema74.properties.bytesPerMinute, data: data2 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    let data3 = data.blobBytes;
    if (!(typeof data3 == "number" && (!(data3 % 1) && !isNaN(data3)) && isFinite(data3))) {
      const err10 = { instancePath: instancePath + "/blobBytes", schemaPath: "#/properties/blobBytes/type", keyword: "type", params: { type: "integer" }, schema: schema74.properties.blobBytes.type, parentSchema: schema74.properties.blobBytes, data: data3 };
      if (vErrors === null) {
        vErrors = [err10];
      } else {
        vErrors.push(err10);
      }
      errors++;
    }
    if (typeof data3 == "number" && isFinite(data3)) {
      if (data3 > 9007199254740991 || isNaN(data3)) {
        const err11 = { instancePath: instancePath + "/blobBytes", schemaPath: "#/properties/blobBytes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, schema: 9007199254740991, parentSchema: schema74.properties.blobBytes, data: data3 };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
      if (data3 < 1048576 || isNaN(data3)) {
        const err12 = { instancePath: instancePath + "/blobBytes", schemaPath: "#/properties/blobBytes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1048576 }, schema: 1048576, parentSchema: schema74.properties.blobBytes, data: data3 };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
  } else {
    const err13 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema74.type, parentSchema: schema74, data };
    if (vErrors === null) {
      vErrors = [err13];
    } else {
      vErrors.push(err13);
    }
    errors++;
  }
  validate185.errors = vErrors;
  return errors === 0;
}
validate185.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate177(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate177.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.with === void 0) {
      data.with = "nobody";
    }
    if (data.allowlist === void 0) {
      data.allowlist = [];
    }
    if (data.denyPeers === void 0) {
      data.denyPeers = [];
    }
    if (data.denyDigests === void 0) {
      data.denyDigests = [];
    }
    if (data.maxFuel === void 0) {
      data.maxFuel = 1e12;
    }
    if (data.maxMemoryBytes === void 0) {
      data.maxMemoryBytes = 536870912;
    }
    if (data.maxOutputBytes === void 0) {
      data.maxOutputBytes = 67108864;
    }
    if (data.maxWallTimeMs === void 0) {
      data.maxWallTimeMs = 6e5;
    }
    if (data.maxInputBytes === void 0) {
      data.maxInputBytes = 268435456;
    }
    if (data.queuePerPeer === void 0) {
      data.queuePerPeer = 32;
    }
    if (data.perPeer === void 0) {
      data.perPeer = {};
    }
    if (data.strangers === void 0) {
      data.strangers = {};
    }
    for (const key0 in data) {
      if (errors >= 100) break;
      if (!func1.call(schema70.properties, key0)) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema70, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    let data0 = data.with;
    if (!(data0 === "nobody" || data0 === "allowlist" || data0 === "anyone")) {
      const err1 = { instancePath: instancePath + "/with", schemaPath: "#/properties/with/enum", keyword: "enum", params: { allowedValues: schema70.properties.with.enum }, schema: schema70.properties.with.enum, parentSchema: schema70.properties.with, data: data0 };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    let data1 = data.allowlist;
    if (Array.isArray(data1)) {
      if (data1.length > 4096) {
        const err2 = { instancePath: instancePath + "/allowlist", schemaPath: "#/properties/allowlist/maxItems", keyword: "maxItems", params: { limit: 4096 }, schema: 4096, parentSchema: schema70.properties.allowlist, data: data1 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      const len0 = data1.length;
      for (let i0 = 0; i0 < len0 && errors < 100; i0++) {
        if (!validate178(data1[i0], { instancePath: instancePath + "/allowlist/" + i0, parentData: data1, parentDataProperty: i0, rootData, dynamicAnchors })) {
          vErrors = vErrors === null ? validate178.errors : vErrors.concat(validate178.errors);
          errors = vErrors.length;
        }
      }
    } else {
      const err3 = { instancePath: instancePath + "/allowlist", schemaPath: "#/properties/allowlist/type", keyword: "type", params: { type: "array" }, schema: schema70.properties.allowlist.type, parentSchema: schema70.properties.allowlist, data: data1 };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    let data3 = data.denyPeers;
    if (Array.isArray(data3)) {
      if (data3.length > 65536) {
        const err4 = { instancePath: instancePath + "/denyPeers", schemaPath: "#/properties/denyPeers/maxItems", keyword: "maxItems", params: { limit: 65536 }, schema: 65536, parentSchema: schema70.properties.denyPeers, data: data3 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      const len1 = data3.length;
      for (let i1 = 0; i1 < len1 && errors < 100; i1++) {
        if (!validate178(data3[i1], { instancePath: instancePath + "/denyPeers/" + i1, parentData: data3, parentDataProperty: i1, rootData, dynamicAnchors })) {
          vErrors = vErrors === null ? validate178.errors : vErrors.concat(validate178.errors);
          errors = vErrors.length;
        }
      }
    } else {
      const err5 = { instancePath: instancePath + "/denyPeers", schemaPath: "#/properties/denyPeers/type", keyword: "type", params: { type: "array" }, schema: schema70.properties.denyPeers.type, parentSchema: schema70.properties.denyPeers, data: data3 };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    let data5 = data.denyDigests;
    if (Array.isArray(data5)) {
      if (data5.length > 65536) {
        const err6 = { instancePath: instancePath + "/denyDigests", schemaPath: "#/properties/denyDigests/maxItems", keyword: "maxItems", params: { limit: 65536 }, schema: 65536, parentSchema: schema70.properties.denyDigests, data: data5 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
      const len2 = data5.length;
      for (let i2 = 0; i2 < len2 && errors < 100; i2++) {
        if (!validate181(data5[i2], { instancePath: instancePath + "/denyDigests/" + i2, parentData: data5, parentDataProperty: i2, rootData, dynamicAnchors })) {
          vErrors = vErrors === null ? validate181.errors : vErrors.concat(validate181.errors);
          errors = vErrors.length;
        }
      }
    } else {
      const err7 = { instancePath: instancePath + "/denyDigests", schemaPath: "#/properties/denyDigests/type", keyword: "type", params: { type: "array" }, schema: schema70.properties.denyDigests.type, parentSchema: schema70.properties.denyDigests, data: data5 };
      if (vErrors === null) {
        vErrors = [err7];
      } else {
        vErrors.push(err7);
      }
      errors++;
    }
    let data7 = data.maxFuel;
    if (!(typeof data7 == "number" && (!(data7 % 1) && !isNaN(data7)) && isFinite(data7))) {
      const err8 = { instancePath: instancePath + "/maxFuel", schemaPath: "#/properties/maxFuel/type", keyword: "type", params: { type: "integer" }, schema: schema70.properties.maxFuel.type, parentSchema: schema70.properties.maxFuel, data: data7 };
      if (vErrors === null) {
        vErrors = [err8];
      } else {
        vErrors.push(err8);
      }
      errors++;
    }
    if (typeof data7 == "number" && isFinite(data7)) {
      if (data7 > 9007199254740991 || isNaN(data7)) {
        const err9 = { instancePath: instancePath + "/maxFuel", schemaPath: "#/properties/maxFuel/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, schema: 9007199254740991, parentSchema: schema70.properties.maxFuel, data: data7 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
      if (data7 < 1 || isNaN(data7)) {
        const err10 = { instancePath: instancePath + "/maxFuel", schemaPath: "#/properties/maxFuel/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema70.properties.maxFuel, data: data7 };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    let data8 = data.maxMemoryBytes;
    if (!(typeof data8 == "number" && (!(data8 % 1) && !isNaN(data8)) && isFinite(data8))) {
      const err11 = { instancePath: instancePath + "/maxMemoryBytes", schemaPath: "#/properties/maxMemoryBytes/type", keyword: "type", params: { type: "integer" }, schema: schema70.properties.maxMemoryBytes.type, parentSchema: schema70.properties.maxMemoryBytes, data: data8 };
      if (vErrors === null) {
        vErrors = [err11];
      } else {
        vErrors.push(err11);
      }
      errors++;
    }
    if (typeof data8 == "number" && isFinite(data8)) {
      if (data8 > 2147483648 || isNaN(data8)) {
        const err12 = { instancePath: instancePath + "/maxMemoryBytes", schemaPath: "#/properties/maxMemoryBytes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 2147483648 }, schema: 2147483648, parentSchema: schema70.properties.maxMemoryBytes, data: data8 };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
      if (data8 < 65536 || isNaN(data8)) {
        const err13 = { instancePath: instancePath + "/maxMemoryBytes", schemaPath: "#/properties/maxMemoryBytes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 65536 }, schema: 65536, parentSchema: schema70.properties.maxMemoryBytes, data: data8 };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    let data9 = data.maxOutputBytes;
    if (!(typeof data9 == "number" && (!(data9 % 1) && !isNaN(data9)) && isFinite(data9))) {
      const err14 = { instancePath: instancePath + "/maxOutputBytes", schemaPath: "#/properties/maxOutputBytes/type", keyword: "type", params: { type: "integer" }, schema: schema70.properties.maxOutputBytes.type, parentSchema: schema70.properties.maxOutputBytes, data: data9 };
      if (vErrors === null) {
        vErrors = [err14];
      } else {
        vErrors.push(err14);
      }
      errors++;
    }
    if (typeof data9 == "number" && isFinite(data9)) {
      if (data9 > 1073741824 || isNaN(data9)) {
        const err15 = { instancePath: instancePath + "/maxOutputBytes", schemaPath: "#/properties/maxOutputBytes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1073741824 }, schema: 1073741824, parentSchema: schema70.properties.maxOutputBytes, data: data9 };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
      if (data9 < 0 || isNaN(data9)) {
        const err16 = { instancePath: instancePath + "/maxOutputBytes", schemaPath: "#/properties/maxOutputBytes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema70.properties.maxOutputBytes, data: data9 };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
    }
    let data10 = data.maxWallTimeMs;
    if (!(typeof data10 == "number" && (!(data10 % 1) && !isNaN(data10)) && isFinite(data10))) {
      const err17 = { instancePath: instancePath + "/maxWallTimeMs", schemaPath: "#/properties/maxWallTimeMs/type", keyword: "type", params: { type: "integer" }, schema: schema70.properties.maxWallTimeMs.type, parentSchema: schema70.properties.maxWallTimeMs, data: data10 };
      if (vErrors === null) {
        vErrors = [err17];
      } else {
        vErrors.push(err17);
      }
      errors++;
    }
    if (typeof data10 == "number" && isFinite(data10)) {
      if (data10 > 864e5 || isNaN(data10)) {
        const err18 = { instancePath: instancePath + "/maxWallTimeMs", schemaPath: "#/properties/maxWallTimeMs/maximum", keyword: "maximum", params: { comparison: "<=", limit: 864e5 }, schema: 864e5, parentSchema: schema70.properties.maxWallTimeMs, data: data10 };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
      if (data10 < 1 || isNaN(data10)) {
        const err19 = { instancePath: instancePath + "/maxWallTimeMs", schemaPath: "#/properties/maxWallTimeMs/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema70.properties.maxWallTimeMs, data: data10 };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
    }
    let data11 = data.maxInputBytes;
    if (!(typeof data11 == "number" && (!(data11 % 1) && !isNaN(data11)) && isFinite(data11))) {
      const err20 = { instancePath: instancePath + "/maxInputBytes", schemaPath: "#/properties/maxInputBytes/type", keyword: "type", params: { type: "integer" }, schema: schema70.properties.maxInputBytes.type, parentSchema: schema70.properties.maxInputBytes, data: data11 };
      if (vErrors === null) {
        vErrors = [err20];
      } else {
        vErrors.push(err20);
      }
      errors++;
    }
    if (typeof data11 == "number" && isFinite(data11)) {
      if (data11 > 1073741824 || isNaN(data11)) {
        const err21 = { instancePath: instancePath + "/maxInputBytes", schemaPath: "#/properties/maxInputBytes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1073741824 }, schema: 1073741824, parentSchema: schema70.properties.maxInputBytes, data: data11 };
        if (vErrors === null) {
          vErrors = [err21];
        } else {
          vErrors.push(err21);
        }
        errors++;
      }
      if (data11 < 0 || isNaN(data11)) {
        const err22 = { instancePath: instancePath + "/maxInputBytes", schemaPath: "#/properties/maxInputBytes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema70.properties.maxInputBytes, data: data11 };
        if (vErrors === null) {
          vErrors = [err22];
        } else {
          vErrors.push(err22);
        }
        errors++;
      }
    }
    let data12 = data.queuePerPeer;
    if (!(typeof data12 == "number" && (!(data12 % 1) && !isNaN(data12)) && isFinite(data12))) {
      const err23 = { instancePath: instancePath + "/queuePerPeer", schemaPath: "#/properties/queuePerPeer/type", keyword: "type", params: { type: "integer" }, schema: schema70.properties.queuePerPeer.type, parentSchema: schema70.properties.queuePerPeer, data: data12 };
      if (vErrors === null) {
        vErrors = [err23];
      } else {
        vErrors.push(err23);
      }
      errors++;
    }
    if (typeof data12 == "number" && isFinite(data12)) {
      if (data12 > 65536 || isNaN(data12)) {
        const err24 = { instancePath: instancePath + "/queuePerPeer", schemaPath: "#/properties/queuePerPeer/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65536 }, schema: 65536, parentSchema: schema70.properties.queuePerPeer, data: data12 };
        if (vErrors === null) {
          vErrors = [err24];
        } else {
          vErrors.push(err24);
        }
        errors++;
      }
      if (data12 < 1 || isNaN(data12)) {
        const err25 = { instancePath: instancePath + "/queuePerPeer", schemaPath: "#/properties/queuePerPeer/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema70.properties.queuePerPeer, data: data12 };
        if (vErrors === null) {
          vErrors = [err25];
        } else {
          vErrors.push(err25);
        }
        errors++;
      }
    }
    if (data.slots !== void 0) {
      let data13 = data.slots;
      if (!(typeof data13 == "number" && (!(data13 % 1) && !isNaN(data13)) && isFinite(data13))) {
        const err26 = { instancePath: instancePath + "/slots", schemaPath: "#/properties/slots/type", keyword: "type", params: { type: "integer" }, schema: schema70.properties.slots.type, parentSchema: schema70.properties.slots, data: data13 };
        if (vErrors === null) {
          vErrors = [err26];
        } else {
          vErrors.push(err26);
        }
        errors++;
      }
      if (typeof data13 == "number" && isFinite(data13)) {
        if (data13 > 1024 || isNaN(data13)) {
          const err27 = { instancePath: instancePath + "/slots", schemaPath: "#/properties/slots/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1024 }, schema: 1024, parentSchema: schema70.properties.slots, data: data13 };
          if (vErrors === null) {
            vErrors = [err27];
          } else {
            vErrors.push(err27);
          }
          errors++;
        }
        if (data13 < 1 || isNaN(data13)) {
          const err28 = { instancePath: instancePath + "/slots", schemaPath: "#/properties/slots/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema70.properties.slots, data: data13 };
          if (vErrors === null) {
            vErrors = [err28];
          } else {
            vErrors.push(err28);
          }
          errors++;
        }
      }
    }
    if (data.memoryBytes !== void 0) {
      let data14 = data.memoryBytes;
      if (!(typeof data14 == "number" && (!(data14 % 1) && !isNaN(data14)) && isFinite(data14))) {
        const err29 = { instancePath: instancePath + "/memoryBytes", schemaPath: "#/properties/memoryBytes/type", keyword: "type", params: { type: "integer" }, schema: schema70.properties.memoryBytes.type, parentSchema: schema70.properties.memoryBytes, data: data14 };
        if (vErrors === null) {
          vErrors = [err29];
        } else {
          vErrors.push(err29);
        }
        errors++;
      }
      if (typeof data14 == "number" && isFinite(data14)) {
        if (data14 > 9007199254740991 || isNaN(data14)) {
          const err30 = { instancePath: instancePath + "/memoryBytes", schemaPath: "#/properties/memoryBytes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, schema: 9007199254740991, parentSchema: schema70.properties.memoryBytes, data: data14 };
          if (vErrors === null) {
            vErrors = [err30];
          } else {
            vErrors.push(err30);
          }
          errors++;
        }
        if (data14 < 65536 || isNaN(data14)) {
          const err31 = { instancePath: instancePath + "/memoryBytes", schemaPath: "#/properties/memoryBytes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 65536 }, schema: 65536, parentSchema: schema70.properties.memoryBytes, data: data14 };
          if (vErrors === null) {
            vErrors = [err31];
          } else {
            vErrors.push(err31);
          }
          errors++;
        }
      }
    }
    if (!validate183(data.perPeer, { instancePath: instancePath + "/perPeer", parentData: data, parentDataProperty: "perPeer", rootData, dynamicAnchors })) {
      vErrors = vErrors === null ? validate183.errors : vErrors.concat(validate183.errors);
      errors = vErrors.length;
    }
    if (!validate185(data.strangers, { instancePath: instancePath + "/strangers", parentData: data, parentDataProperty: "strangers", rootData, dynamicAnchors })) {
      vErrors = vErrors === null ? validate185.errors : vErrors.concat(validate185.errors);
      errors = vErrors.length;
    }
  } else {
    const err32 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema70.type, parentSchema: schema70, data };
    if (vErrors === null) {
      vErrors = [err32];
    } else {
      vErrors.push(err32);
    }
    errors++;
  }
  validate177.errors = vErrors;
  return errors === 0;
}
validate177.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema75 = { "title": "JobsConfig", "type": "object", "additionalProperties": false, "properties": { "slots": { "type": "integer", "minimum": 1, "maximum": 1024 }, "queue": { "type": "integer", "minimum": 1, "maximum": 1e6, "default": 1024, "x-reload": true }, "hedge": { "type": "boolean", "default": true }, "retentionMs": { "type": "integer", "minimum": 0, "maximum": 31536e6, "default": 864e5 }, "drainMs": { "type": "integer", "minimum": 0, "maximum": 36e5, "x-reload": true } } };
function validate188(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate188.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.queue === void 0) {
      data.queue = 1024;
    }
    if (data.hedge === void 0) {
      data.hedge = true;
    }
    if (data.retentionMs === void 0) {
      data.retentionMs = 864e5;
    }
    for (const key0 in data) {
      if (errors >= 100) break;
      if (!(key0 === "slots" || key0 === "queue" || key0 === "hedge" || key0 === "retentionMs" || key0 === "drainMs")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema75, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.slots !== void 0) {
      let data0 = data.slots;
      if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)) && isFinite(data0))) {
        const err1 = { instancePath: instancePath + "/slots", schemaPath: "#/properties/slots/type", keyword: "type", params: { type: "integer" }, schema: schema75.properties.slots.type, parentSchema: schema75.properties.slots, data: data0 };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
      if (typeof data0 == "number" && isFinite(data0)) {
        if (data0 > 1024 || isNaN(data0)) {
          const err2 = { instancePath: instancePath + "/slots", schemaPath: "#/properties/slots/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1024 }, schema: 1024, parentSchema: schema75.properties.slots, data: data0 };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        if (data0 < 1 || isNaN(data0)) {
          const err3 = { instancePath: instancePath + "/slots", schemaPath: "#/properties/slots/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema75.properties.slots, data: data0 };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      }
    }
    let data1 = data.queue;
    if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
      const err4 = { instancePath: instancePath + "/queue", schemaPath: "#/properties/queue/type", keyword: "type", params: { type: "integer" }, schema: schema75.properties.queue.type, parentSchema: schema75.properties.queue, data: data1 };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (typeof data1 == "number" && isFinite(data1)) {
      if (data1 > 1e6 || isNaN(data1)) {
        const err5 = { instancePath: instancePath + "/queue", schemaPath: "#/properties/queue/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e6 }, schema: 1e6, parentSchema: schema75.properties.queue, data: data1 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
      if (data1 < 1 || isNaN(data1)) {
        const err6 = { instancePath: instancePath + "/queue", schemaPath: "#/properties/queue/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema75.properties.queue, data: data1 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    let data2 = data.hedge;
    if (typeof data2 !== "boolean") {
      const err7 = { instancePath: instancePath + "/hedge", schemaPath: "#/properties/hedge/type", keyword: "type", params: { type: "boolean" }, schema: schema75.properties.hedge.type, parentSchema: schema75.properties.hedge, data: data2 };
      if (vErrors === null) {
        vErrors = [err7];
      } else {
        vErrors.push(err7);
      }
      errors++;
    }
    let data3 = data.retentionMs;
    if (!(typeof data3 == "number" && (!(data3 % 1) && !isNaN(data3)) && isFinite(data3))) {
      const err8 = { instancePath: instancePath + "/retentionMs", schemaPath: "#/properties/retentionMs/type", keyword: "type", params: { type: "integer" }, schema: schema75.properties.retentionMs.type, parentSchema: schema75.properties.retentionMs, data: data3 };
      if (vErrors === null) {
        vErrors = [err8];
      } else {
        vErrors.push(err8);
      }
      errors++;
    }
    if (typeof data3 == "number" && isFinite(data3)) {
      if (data3 > 31536e6 || isNaN(data3)) {
        const err9 = { instancePath: instancePath + "/retentionMs", schemaPath: "#/properties/retentionMs/maximum", keyword: "maximum", params: { comparison: "<=", limit: 31536e6 }, schema: 31536e6, parentSchema: schema75.properties.retentionMs, data: data3 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
      if (data3 < 0 || isNaN(data3)) {
        const err10 = { instancePath: instancePath + "/retentionMs", schemaPath: "#/properties/retentionMs/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema75.properties.retentionMs, data: data3 };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.drainMs !== void 0) {
      let data4 = data.drainMs;
      if (!(typeof data4 == "number" && (!(data4 % 1) && !isNaN(data4)) && isFinite(data4))) {
        const err11 = { instancePath: instancePath + "/drainMs", schemaPath: "#/properties/drainMs/type", keyword: "type", params: { type: "integer" }, schema: schema75.properties.drainMs.type, parentSchema: schema75.properties.drainMs, data: data4 };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
      if (typeof data4 == "number" && isFinite(data4)) {
        if (data4 > 36e5 || isNaN(data4)) {
          const err12 = { instancePath: instancePath + "/drainMs", schemaPath: "#/properties/drainMs/maximum", keyword: "maximum", params: { comparison: "<=", limit: 36e5 }, schema: 36e5, parentSchema: schema75.properties.drainMs, data: data4 };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
        if (data4 < 0 || isNaN(data4)) {
          const err13 = { instancePath: instancePath + "/drainMs", schemaPath: "#/properties/drainMs/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema75.properties.drainMs, data: data4 };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
      }
    }
  } else {
    const err14 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema75.type, parentSchema: schema75, data };
    if (vErrors === null) {
      vErrors = [err14];
    } else {
      vErrors.push(err14);
    }
    errors++;
  }
  validate188.errors = vErrors;
  return errors === 0;
}
validate188.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema76 = { "title": "StoreConfig", "type": "object", "additionalProperties": false, "properties": { "blobQuotaBytes": { "type": "integer", "minimum": 67108864, "maximum": 9007199254740991, "default": 10737418240 }, "maxBlobBytes": { "type": "integer", "minimum": 1048576, "maximum": 1073741824, "default": 1073741824 } } };
function validate190(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate190.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.blobQuotaBytes === void 0) {
      data.blobQuotaBytes = 10737418240;
    }
    if (data.maxBlobBytes === void 0) {
      data.maxBlobBytes = 1073741824;
    }
    for (const key0 in data) {
      if (errors >= 100) break;
      if (!(key0 === "blobQuotaBytes" || key0 === "maxBlobBytes")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema76, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    let data0 = data.blobQuotaBytes;
    if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)) && isFinite(data0))) {
      const err1 = { instancePath: instancePath + "/blobQuotaBytes", schemaPath: "#/properties/blobQuotaBytes/type", keyword: "type", params: { type: "integer" }, schema: schema76.properties.blobQuotaBytes.type, parentSchema: schema76.properties.blobQuotaBytes, data: data0 };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (typeof data0 == "number" && isFinite(data0)) {
      if (data0 > 9007199254740991 || isNaN(data0)) {
        const err2 = { instancePath: instancePath + "/blobQuotaBytes", schemaPath: "#/properties/blobQuotaBytes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, schema: 9007199254740991, parentSchema: schema76.properties.blobQuotaBytes, data: data0 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      if (data0 < 67108864 || isNaN(data0)) {
        const err3 = { instancePath: instancePath + "/blobQuotaBytes", schemaPath: "#/properties/blobQuotaBytes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 67108864 }, schema: 67108864, parentSchema: schema76.properties.blobQuotaBytes, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    let data1 = data.maxBlobBytes;
    if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
      const err4 = { instancePath: instancePath + "/maxBlobBytes", schemaPath: "#/properties/maxBlobBytes/type", keyword: "type", params: { type: "integer" }, schema: schema76.properties.maxBlobBytes.type, parentSchema: schema76.properties.maxBlobBytes, data: data1 };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (typeof data1 == "number" && isFinite(data1)) {
      if (data1 > 1073741824 || isNaN(data1)) {
        const err5 = { instancePath: instancePath + "/maxBlobBytes", schemaPath: "#/properties/maxBlobBytes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1073741824 }, schema: 1073741824, parentSchema: schema76.properties.maxBlobBytes, data: data1 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
      if (data1 < 1048576 || isNaN(data1)) {
        const err6 = { instancePath: instancePath + "/maxBlobBytes", schemaPath: "#/properties/maxBlobBytes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1048576 }, schema: 1048576, parentSchema: schema76.properties.maxBlobBytes, data: data1 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
  } else {
    const err7 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema76.type, parentSchema: schema76, data };
    if (vErrors === null) {
      vErrors = [err7];
    } else {
      vErrors.push(err7);
    }
    errors++;
  }
  validate190.errors = vErrors;
  return errors === 0;
}
validate190.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema77 = { "title": "SandboxConfig", "type": "object", "additionalProperties": false, "properties": { "isolation": { "enum": ["full", "reduced"], "default": "full", "x-reload": true }, "runtimes": { "type": "array", "minItems": 1, "uniqueItems": true, "default": ["interpreter", "v8"], "items": { "enum": ["interpreter", "v8"] } }, "preparedQuotaBytes": { "type": "integer", "minimum": 0, "maximum": 1099511627776, "default": 1073741824 }, "reuse": { "type": "boolean", "default": true } } };
function validate192(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate192.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.isolation === void 0) {
      data.isolation = "full";
    }
    if (data.runtimes === void 0) {
      data.runtimes = ["interpreter", "v8"];
    }
    if (data.preparedQuotaBytes === void 0) {
      data.preparedQuotaBytes = 1073741824;
    }
    if (data.reuse === void 0) {
      data.reuse = true;
    }
    for (const key0 in data) {
      if (errors >= 100) break;
      if (!(key0 === "isolation" || key0 === "runtimes" || key0 === "preparedQuotaBytes" || key0 === "reuse")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema77, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    let data0 = data.isolation;
    if (!(data0 === "full" || data0 === "reduced")) {
      const err1 = { instancePath: instancePath + "/isolation", schemaPath: "#/properties/isolation/enum", keyword: "enum", params: { allowedValues: schema77.properties.isolation.enum }, schema: schema77.properties.isolation.enum, parentSchema: schema77.properties.isolation, data: data0 };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    let data1 = data.runtimes;
    if (Array.isArray(data1)) {
      if (data1.length < 1) {
        const err2 = { instancePath: instancePath + "/runtimes", schemaPath: "#/properties/runtimes/minItems", keyword: "minItems", params: { limit: 1 }, schema: 1, parentSchema: schema77.properties.runtimes, data: data1 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      const len0 = data1.length;
      for (let i0 = 0; i0 < len0 && errors < 100; i0++) {
        let data2 = data1[i0];
        if (!(data2 === "interpreter" || data2 === "v8")) {
          const err3 = { instancePath: instancePath + "/runtimes/" + i0, schemaPath: "#/properties/runtimes/items/enum", keyword: "enum", params: { allowedValues: schema77.properties.runtimes.items.enum }, schema: schema77.properties.runtimes.items.enum, parentSchema: schema77.properties.runtimes.items, data: data2 };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      }
      let i1 = data1.length;
      let j0;
      if (i1 > 1) {
        outer0:
          for (; i1--; ) {
            for (j0 = i1; j0--; ) {
              if (func0(data1[i1], data1[j0])) {
                const err4 = { instancePath: instancePath + "/runtimes", schemaPath: "#/properties/runtimes/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, schema: true, parentSchema: schema77.properties.runtimes, data: data1 };
                if (vErrors === null) {
                  vErrors = [err4];
                } else {
                  vErrors.push(err4);
                }
                errors++;
                break outer0;
              }
            }
          }
      }
    } else {
      const err5 = { instancePath: instancePath + "/runtimes", schemaPath: "#/properties/runtimes/type", keyword: "type", params: { type: "array" }, schema: schema77.properties.runtimes.type, parentSchema: schema77.properties.runtimes, data: data1 };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    let data3 = data.preparedQuotaBytes;
    if (!(typeof data3 == "number" && (!(data3 % 1) && !isNaN(data3)) && isFinite(data3))) {
      const err6 = { instancePath: instancePath + "/preparedQuotaBytes", schemaPath: "#/properties/preparedQuotaBytes/type", keyword: "type", params: { type: "integer" }, schema: schema77.properties.preparedQuotaBytes.type, parentSchema: schema77.properties.preparedQuotaBytes, data: data3 };
      if (vErrors === null) {
        vErrors = [err6];
      } else {
        vErrors.push(err6);
      }
      errors++;
    }
    if (typeof data3 == "number" && isFinite(data3)) {
      if (data3 > 1099511627776 || isNaN(data3)) {
        const err7 = { instancePath: instancePath + "/preparedQuotaBytes", schemaPath: "#/properties/preparedQuotaBytes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1099511627776 }, schema: 1099511627776, parentSchema: schema77.properties.preparedQuotaBytes, data: data3 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
      if (data3 < 0 || isNaN(data3)) {
        const err8 = { instancePath: instancePath + "/preparedQuotaBytes", schemaPath: "#/properties/preparedQuotaBytes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema77.properties.preparedQuotaBytes, data: data3 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    let data4 = data.reuse;
    if (typeof data4 !== "boolean") {
      const err9 = { instancePath: instancePath + "/reuse", schemaPath: "#/properties/reuse/type", keyword: "type", params: { type: "boolean" }, schema: schema77.properties.reuse.type, parentSchema: schema77.properties.reuse, data: data4 };
      if (vErrors === null) {
        vErrors = [err9];
      } else {
        vErrors.push(err9);
      }
      errors++;
    }
  } else {
    const err10 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema77.type, parentSchema: schema77, data };
    if (vErrors === null) {
      vErrors = [err10];
    } else {
      vErrors.push(err10);
    }
    errors++;
  }
  validate192.errors = vErrors;
  return errors === 0;
}
validate192.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema78 = { "title": "LogConfig", "type": "object", "additionalProperties": false, "properties": { "level": { "enum": ["error", "warn", "info", "debug", "silent"], "default": "info", "x-reload": true }, "format": { "enum": ["auto", "json", "text"], "default": "auto" } } };
function validate194(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate194.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.level === void 0) {
      data.level = "info";
    }
    if (data.format === void 0) {
      data.format = "auto";
    }
    for (const key0 in data) {
      if (errors >= 100) break;
      if (!(key0 === "level" || key0 === "format")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema78, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    let data0 = data.level;
    if (!(data0 === "error" || data0 === "warn" || data0 === "info" || data0 === "debug" || data0 === "silent")) {
      const err1 = { instancePath: instancePath + "/level", schemaPath: "#/properties/level/enum", keyword: "enum", params: { allowedValues: schema78.properties.level.enum }, schema: schema78.properties.level.enum, parentSchema: schema78.properties.level, data: data0 };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    let data1 = data.format;
    if (!(data1 === "auto" || data1 === "json" || data1 === "text")) {
      const err2 = { instancePath: instancePath + "/format", schemaPath: "#/properties/format/enum", keyword: "enum", params: { allowedValues: schema78.properties.format.enum }, schema: schema78.properties.format.enum, parentSchema: schema78.properties.format, data: data1 };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
  } else {
    const err3 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema78.type, parentSchema: schema78, data };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  validate194.errors = vErrors;
  return errors === 0;
}
validate194.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema79 = { "title": "MetricsConfig", "type": "object", "additionalProperties": false, "properties": { "port": { "type": "integer", "minimum": 0, "maximum": 65535 } } };
function validate196(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate196.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (errors >= 100) break;
      if (!(key0 === "port")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema79, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.port !== void 0) {
      let data0 = data.port;
      if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)) && isFinite(data0))) {
        const err1 = { instancePath: instancePath + "/port", schemaPath: "#/properties/port/type", keyword: "type", params: { type: "integer" }, schema: schema79.properties.port.type, parentSchema: schema79.properties.port, data: data0 };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
      if (typeof data0 == "number" && isFinite(data0)) {
        if (data0 > 65535 || isNaN(data0)) {
          const err2 = { instancePath: instancePath + "/port", schemaPath: "#/properties/port/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 }, schema: 65535, parentSchema: schema79.properties.port, data: data0 };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        if (data0 < 0 || isNaN(data0)) {
          const err3 = { instancePath: instancePath + "/port", schemaPath: "#/properties/port/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema79.properties.port, data: data0 };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      }
    }
  } else {
    const err4 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema79.type, parentSchema: schema79, data };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  }
  validate196.errors = vErrors;
  return errors === 0;
}
validate196.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate168(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate168.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.api === void 0) {
      data.api = {};
    }
    if (data.network === void 0) {
      data.network = {};
    }
    if (data.share === void 0) {
      data.share = {};
    }
    if (data.jobs === void 0) {
      data.jobs = {};
    }
    if (data.store === void 0) {
      data.store = {};
    }
    if (data.sandbox === void 0) {
      data.sandbox = {};
    }
    if (data.log === void 0) {
      data.log = {};
    }
    if (data.metrics === void 0) {
      data.metrics = {};
    }
    for (const key0 in data) {
      if (errors >= 100) break;
      if (!func1.call(schema65.properties, key0)) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema65, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.dataDirectory !== void 0) {
      let data0 = data.dataDirectory;
      if (typeof data0 === "string") {
        if (func2(data0) > 4096) {
          const err1 = { instancePath: instancePath + "/dataDirectory", schemaPath: "#/properties/dataDirectory/maxLength", keyword: "maxLength", params: { limit: 4096 }, schema: 4096, parentSchema: schema65.properties.dataDirectory, data: data0 };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
        if (func2(data0) < 1) {
          const err2 = { instancePath: instancePath + "/dataDirectory", schemaPath: "#/properties/dataDirectory/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema65.properties.dataDirectory, data: data0 };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/dataDirectory", schemaPath: "#/properties/dataDirectory/type", keyword: "type", params: { type: "string" }, schema: schema65.properties.dataDirectory.type, parentSchema: schema65.properties.dataDirectory, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (!validate169(data.api, { instancePath: instancePath + "/api", parentData: data, parentDataProperty: "api", rootData, dynamicAnchors })) {
      vErrors = vErrors === null ? validate169.errors : vErrors.concat(validate169.errors);
      errors = vErrors.length;
    }
    if (!validate173(data.network, { instancePath: instancePath + "/network", parentData: data, parentDataProperty: "network", rootData, dynamicAnchors })) {
      vErrors = vErrors === null ? validate173.errors : vErrors.concat(validate173.errors);
      errors = vErrors.length;
    }
    if (!validate177(data.share, { instancePath: instancePath + "/share", parentData: data, parentDataProperty: "share", rootData, dynamicAnchors })) {
      vErrors = vErrors === null ? validate177.errors : vErrors.concat(validate177.errors);
      errors = vErrors.length;
    }
    if (!validate188(data.jobs, { instancePath: instancePath + "/jobs", parentData: data, parentDataProperty: "jobs", rootData, dynamicAnchors })) {
      vErrors = vErrors === null ? validate188.errors : vErrors.concat(validate188.errors);
      errors = vErrors.length;
    }
    if (!validate190(data.store, { instancePath: instancePath + "/store", parentData: data, parentDataProperty: "store", rootData, dynamicAnchors })) {
      vErrors = vErrors === null ? validate190.errors : vErrors.concat(validate190.errors);
      errors = vErrors.length;
    }
    if (!validate192(data.sandbox, { instancePath: instancePath + "/sandbox", parentData: data, parentDataProperty: "sandbox", rootData, dynamicAnchors })) {
      vErrors = vErrors === null ? validate192.errors : vErrors.concat(validate192.errors);
      errors = vErrors.length;
    }
    if (!validate194(data.log, { instancePath: instancePath + "/log", parentData: data, parentDataProperty: "log", rootData, dynamicAnchors })) {
      vErrors = vErrors === null ? validate194.errors : vErrors.concat(validate194.errors);
      errors = vErrors.length;
    }
    if (!validate196(data.metrics, { instancePath: instancePath + "/metrics", parentData: data, parentDataProperty: "metrics", rootData, dynamicAnchors })) {
      vErrors = vErrors === null ? validate196.errors : vErrors.concat(validate196.errors);
      errors = vErrors.length;
    }
  } else {
    const err4 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema65.type, parentSchema: schema65, data };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  }
  validate168.errors = vErrors;
  return errors === 0;
}
validate168.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validateApiConfig = validate223;
function validate223(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate223.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.tokens === void 0) {
      data.tokens = {};
    }
    for (const key0 in data) {
      if (errors >= 100) break;
      if (!(key0 === "socket" || key0 === "tcp" || key0 === "tokens")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema66, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.socket !== void 0) {
      let data0 = data.socket;
      if (typeof data0 === "string") {
        if (func2(data0) > 107) {
          const err1 = { instancePath: instancePath + "/socket", schemaPath: "#/properties/socket/maxLength", keyword: "maxLength", params: { limit: 107 }, schema: 107, parentSchema: schema66.properties.socket, data: data0 };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
        if (func2(data0) < 1) {
          const err2 = { instancePath: instancePath + "/socket", schemaPath: "#/properties/socket/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema66.properties.socket, data: data0 };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/socket", schemaPath: "#/properties/socket/type", keyword: "type", params: { type: "string" }, schema: schema66.properties.socket.type, parentSchema: schema66.properties.socket, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.tcp !== void 0) {
      if (!validate170(data.tcp, { instancePath: instancePath + "/tcp", parentData: data, parentDataProperty: "tcp", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate170.errors : vErrors.concat(validate170.errors);
        errors = vErrors.length;
      }
    }
    let data2 = data.tokens;
    if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
      if (Object.keys(data2).length > 256) {
        const err4 = { instancePath: instancePath + "/tokens", schemaPath: "#/properties/tokens/maxProperties", keyword: "maxProperties", params: { limit: 256 }, schema: 256, parentSchema: schema66.properties.tokens, data: data2 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      for (const key1 in data2) {
        if (errors >= 100) break;
        const _errs9 = errors;
        if (typeof key1 === "string") {
          if (!pattern23.test(key1)) {
            const err5 = { instancePath: instancePath + "/tokens", schemaPath: "#/properties/tokens/propertyNames/pattern", keyword: "pattern", params: { pattern: "^(?!local$)[a-z][a-z0-9_]{0,63}$" }, schema: "^(?!local$)[a-z][a-z0-9_]{0,63}$", parentSchema: schema66.properties.tokens.propertyNames, data: key1, propertyName: key1 };
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
        }
        var valid1 = _errs9 === errors;
        if (!valid1) {
          const err6 = { instancePath: instancePath + "/tokens", schemaPath: "#/properties/tokens/propertyNames", keyword: "propertyNames", params: { propertyName: key1 }, schema: schema66.properties.tokens.propertyNames, parentSchema: schema66.properties.tokens, data: data2 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      }
      for (const key2 in data2) {
        if (errors >= 100) break;
        let data3 = data2[key2];
        if (typeof data3 === "string") {
          if (!pattern16.test(data3)) {
            const err7 = { instancePath: instancePath + "/tokens/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/tokens/additionalProperties/pattern", keyword: "pattern", params: { pattern: "^[0-9a-f]{64}$" }, schema: "^[0-9a-f]{64}$", parentSchema: schema66.properties.tokens.additionalProperties, data: data3 };
            if (vErrors === null) {
              vErrors = [err7];
            } else {
              vErrors.push(err7);
            }
            errors++;
          }
        } else {
          const err8 = { instancePath: instancePath + "/tokens/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/tokens/additionalProperties/type", keyword: "type", params: { type: "string" }, schema: schema66.properties.tokens.additionalProperties.type, parentSchema: schema66.properties.tokens.additionalProperties, data: data3 };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      }
    } else {
      const err9 = { instancePath: instancePath + "/tokens", schemaPath: "#/properties/tokens/type", keyword: "type", params: { type: "object" }, schema: schema66.properties.tokens.type, parentSchema: schema66.properties.tokens, data: data2 };
      if (vErrors === null) {
        vErrors = [err9];
      } else {
        vErrors.push(err9);
      }
      errors++;
    }
  } else {
    const err10 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema66.type, parentSchema: schema66, data };
    if (vErrors === null) {
      vErrors = [err10];
    } else {
      vErrors.push(err10);
    }
    errors++;
  }
  validate223.errors = vErrors;
  return errors === 0;
}
validate223.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validateTcpConfig = validate225;
function validate225(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate225.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.host === void 0) {
      data.host = "127.0.0.1";
    }
    if (data.port === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "port" }, schema: schema67.required, parentSchema: schema67, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (errors >= 100) break;
      if (!(key0 === "host" || key0 === "port")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema67, data };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    let data0 = data.host;
    if (!(data0 === "127.0.0.1" || data0 === "::1")) {
      const err2 = { instancePath: instancePath + "/host", schemaPath: "#/properties/host/enum", keyword: "enum", params: { allowedValues: schema67.properties.host.enum }, schema: schema67.properties.host.enum, parentSchema: schema67.properties.host, data: data0 };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.port !== void 0) {
      let data1 = data.port;
      if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
        const err3 = { instancePath: instancePath + "/port", schemaPath: "#/properties/port/type", keyword: "type", params: { type: "integer" }, schema: schema67.properties.port.type, parentSchema: schema67.properties.port, data: data1 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      if (typeof data1 == "number" && isFinite(data1)) {
        if (data1 > 65535 || isNaN(data1)) {
          const err4 = { instancePath: instancePath + "/port", schemaPath: "#/properties/port/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 }, schema: 65535, parentSchema: schema67.properties.port, data: data1 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        if (data1 < 0 || isNaN(data1)) {
          const err5 = { instancePath: instancePath + "/port", schemaPath: "#/properties/port/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema67.properties.port, data: data1 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      }
    }
  } else {
    const err6 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema67.type, parentSchema: schema67, data };
    if (vErrors === null) {
      vErrors = [err6];
    } else {
      vErrors.push(err6);
    }
    errors++;
  }
  validate225.errors = vErrors;
  return errors === 0;
}
validate225.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validateNetworkConfig = validate226;
function validate226(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate226.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.listen === void 0) {
      data.listen = ["/ip4/0.0.0.0/tcp/4117", "/ip4/0.0.0.0/udp/4117/quic-v1"];
    }
    if (data.announce === void 0) {
      data.announce = [];
    }
    if (data.transports === void 0) {
      data.transports = ["tcp", "quic"];
    }
    if (data.bootstrap === void 0) {
      data.bootstrap = [];
    }
    if (data.allowPrivate === void 0) {
      data.allowPrivate = false;
    }
    if (data.upnp === void 0) {
      data.upnp = true;
    }
    if (data.mdns === void 0) {
      data.mdns = true;
    }
    if (data.relay === void 0) {
      data.relay = {};
    }
    for (const key0 in data) {
      if (errors >= 100) break;
      if (!(key0 === "listen" || key0 === "announce" || key0 === "transports" || key0 === "bootstrap" || key0 === "allowPrivate" || key0 === "upnp" || key0 === "mdns" || key0 === "relay")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema68, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    let data0 = data.listen;
    if (Array.isArray(data0)) {
      if (data0.length > 32) {
        const err1 = { instancePath: instancePath + "/listen", schemaPath: "#/properties/listen/maxItems", keyword: "maxItems", params: { limit: 32 }, schema: 32, parentSchema: schema68.properties.listen, data: data0 };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
      const len0 = data0.length;
      for (let i0 = 0; i0 < len0 && errors < 100; i0++) {
        let data1 = data0[i0];
        if (typeof data1 === "string") {
          if (!pattern25.test(data1)) {
            const err2 = { instancePath: instancePath + "/listen/" + i0, schemaPath: "#/properties/listen/items/pattern", keyword: "pattern", params: { pattern: "^/.{1,511}$" }, schema: "^/.{1,511}$", parentSchema: schema68.properties.listen.items, data: data1 };
            if (vErrors === null) {
              vErrors = [err2];
            } else {
              vErrors.push(err2);
            }
            errors++;
          }
        } else {
          const err3 = { instancePath: instancePath + "/listen/" + i0, schemaPath: "#/properties/listen/items/type", keyword: "type", params: { type: "string" }, schema: schema68.properties.listen.items.type, parentSchema: schema68.properties.listen.items, data: data1 };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      }
    } else {
      const err4 = { instancePath: instancePath + "/listen", schemaPath: "#/properties/listen/type", keyword: "type", params: { type: "array" }, schema: schema68.properties.listen.type, parentSchema: schema68.properties.listen, data: data0 };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    let data2 = data.announce;
    if (Array.isArray(data2)) {
      if (data2.length > 32) {
        const err5 = { instancePath: instancePath + "/announce", schemaPath: "#/properties/announce/maxItems", keyword: "maxItems", params: { limit: 32 }, schema: 32, parentSchema: schema68.properties.announce, data: data2 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
      const len1 = data2.length;
      for (let i1 = 0; i1 < len1 && errors < 100; i1++) {
        let data3 = data2[i1];
        if (typeof data3 === "string") {
          if (!pattern25.test(data3)) {
            const err6 = { instancePath: instancePath + "/announce/" + i1, schemaPath: "#/properties/announce/items/pattern", keyword: "pattern", params: { pattern: "^/.{1,511}$" }, schema: "^/.{1,511}$", parentSchema: schema68.properties.announce.items, data: data3 };
            if (vErrors === null) {
              vErrors = [err6];
            } else {
              vErrors.push(err6);
            }
            errors++;
          }
        } else {
          const err7 = { instancePath: instancePath + "/announce/" + i1, schemaPath: "#/properties/announce/items/type", keyword: "type", params: { type: "string" }, schema: schema68.properties.announce.items.type, parentSchema: schema68.properties.announce.items, data: data3 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      }
    } else {
      const err8 = { instancePath: instancePath + "/announce", schemaPath: "#/properties/announce/type", keyword: "type", params: { type: "array" }, schema: schema68.properties.announce.type, parentSchema: schema68.properties.announce, data: data2 };
      if (vErrors === null) {
        vErrors = [err8];
      } else {
        vErrors.push(err8);
      }
      errors++;
    }
    let data4 = data.transports;
    if (Array.isArray(data4)) {
      if (data4.length < 1) {
        const err9 = { instancePath: instancePath + "/transports", schemaPath: "#/properties/transports/minItems", keyword: "minItems", params: { limit: 1 }, schema: 1, parentSchema: schema68.properties.transports, data: data4 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
      const len2 = data4.length;
      for (let i2 = 0; i2 < len2 && errors < 100; i2++) {
        let data5 = data4[i2];
        if (!(data5 === "tcp" || data5 === "quic")) {
          const err10 = { instancePath: instancePath + "/transports/" + i2, schemaPath: "#/properties/transports/items/enum", keyword: "enum", params: { allowedValues: schema68.properties.transports.items.enum }, schema: schema68.properties.transports.items.enum, parentSchema: schema68.properties.transports.items, data: data5 };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
      }
      let i3 = data4.length;
      let j0;
      if (i3 > 1) {
        outer0:
          for (; i3--; ) {
            for (j0 = i3; j0--; ) {
              if (func0(data4[i3], data4[j0])) {
                const err11 = { instancePath: instancePath + "/transports", schemaPath: "#/properties/transports/uniqueItems", keyword: "uniqueItems", params: { i: i3, j: j0 }, schema: true, parentSchema: schema68.properties.transports, data: data4 };
                if (vErrors === null) {
                  vErrors = [err11];
                } else {
                  vErrors.push(err11);
                }
                errors++;
                break outer0;
              }
            }
          }
      }
    } else {
      const err12 = { instancePath: instancePath + "/transports", schemaPath: "#/properties/transports/type", keyword: "type", params: { type: "array" }, schema: schema68.properties.transports.type, parentSchema: schema68.properties.transports, data: data4 };
      if (vErrors === null) {
        vErrors = [err12];
      } else {
        vErrors.push(err12);
      }
      errors++;
    }
    let data6 = data.bootstrap;
    if (Array.isArray(data6)) {
      if (data6.length > 256) {
        const err13 = { instancePath: instancePath + "/bootstrap", schemaPath: "#/properties/bootstrap/maxItems", keyword: "maxItems", params: { limit: 256 }, schema: 256, parentSchema: schema68.properties.bootstrap, data: data6 };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
      const len3 = data6.length;
      for (let i4 = 0; i4 < len3 && errors < 100; i4++) {
        let data7 = data6[i4];
        if (typeof data7 === "string") {
          if (!pattern27.test(data7)) {
            const err14 = { instancePath: instancePath + "/bootstrap/" + i4, schemaPath: "#/properties/bootstrap/items/pattern", keyword: "pattern", params: { pattern: "^/.{1,511}/p2p/12D3Koo[1-9A-HJ-NP-Za-km-z]{45}$" }, schema: "^/.{1,511}/p2p/12D3Koo[1-9A-HJ-NP-Za-km-z]{45}$", parentSchema: schema68.properties.bootstrap.items, data: data7 };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
        } else {
          const err15 = { instancePath: instancePath + "/bootstrap/" + i4, schemaPath: "#/properties/bootstrap/items/type", keyword: "type", params: { type: "string" }, schema: schema68.properties.bootstrap.items.type, parentSchema: schema68.properties.bootstrap.items, data: data7 };
          if (vErrors === null) {
            vErrors = [err15];
          } else {
            vErrors.push(err15);
          }
          errors++;
        }
      }
    } else {
      const err16 = { instancePath: instancePath + "/bootstrap", schemaPath: "#/properties/bootstrap/type", keyword: "type", params: { type: "array" }, schema: schema68.properties.bootstrap.type, parentSchema: schema68.properties.bootstrap, data: data6 };
      if (vErrors === null) {
        vErrors = [err16];
      } else {
        vErrors.push(err16);
      }
      errors++;
    }
    let data8 = data.allowPrivate;
    if (typeof data8 !== "boolean") {
      const err17 = { instancePath: instancePath + "/allowPrivate", schemaPath: "#/properties/allowPrivate/type", keyword: "type", params: { type: "boolean" }, schema: schema68.properties.allowPrivate.type, parentSchema: schema68.properties.allowPrivate, data: data8 };
      if (vErrors === null) {
        vErrors = [err17];
      } else {
        vErrors.push(err17);
      }
      errors++;
    }
    let data9 = data.upnp;
    if (typeof data9 !== "boolean") {
      const err18 = { instancePath: instancePath + "/upnp", schemaPath: "#/properties/upnp/type", keyword: "type", params: { type: "boolean" }, schema: schema68.properties.upnp.type, parentSchema: schema68.properties.upnp, data: data9 };
      if (vErrors === null) {
        vErrors = [err18];
      } else {
        vErrors.push(err18);
      }
      errors++;
    }
    let data10 = data.mdns;
    if (typeof data10 !== "boolean") {
      const err19 = { instancePath: instancePath + "/mdns", schemaPath: "#/properties/mdns/type", keyword: "type", params: { type: "boolean" }, schema: schema68.properties.mdns.type, parentSchema: schema68.properties.mdns, data: data10 };
      if (vErrors === null) {
        vErrors = [err19];
      } else {
        vErrors.push(err19);
      }
      errors++;
    }
    if (!validate174(data.relay, { instancePath: instancePath + "/relay", parentData: data, parentDataProperty: "relay", rootData, dynamicAnchors })) {
      vErrors = vErrors === null ? validate174.errors : vErrors.concat(validate174.errors);
      errors = vErrors.length;
    }
  } else {
    const err20 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema68.type, parentSchema: schema68, data };
    if (vErrors === null) {
      vErrors = [err20];
    } else {
      vErrors.push(err20);
    }
    errors++;
  }
  validate226.errors = vErrors;
  return errors === 0;
}
validate226.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validateRelayConfig = validate228;
function validate228(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate228.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.use === void 0) {
      data.use = true;
    }
    if (data.serve === void 0) {
      data.serve = false;
    }
    if (data.maxReservations === void 0) {
      data.maxReservations = 64;
    }
    if (data.maxBytes === void 0) {
      data.maxBytes = 8388608;
    }
    if (data.maxDurationMs === void 0) {
      data.maxDurationMs = 6e5;
    }
    for (const key0 in data) {
      if (errors >= 100) break;
      if (!(key0 === "use" || key0 === "serve" || key0 === "maxReservations" || key0 === "maxBytes" || key0 === "maxDurationMs")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema69, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    let data0 = data.use;
    if (typeof data0 !== "boolean") {
      const err1 = { instancePath: instancePath + "/use", schemaPath: "#/properties/use/type", keyword: "type", params: { type: "boolean" }, schema: schema69.properties.use.type, parentSchema: schema69.properties.use, data: data0 };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    let data1 = data.serve;
    if (typeof data1 !== "boolean") {
      const err2 = { instancePath: instancePath + "/serve", schemaPath: "#/properties/serve/type", keyword: "type", params: { type: "boolean" }, schema: schema69.properties.serve.type, parentSchema: schema69.properties.serve, data: data1 };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    let data2 = data.maxReservations;
    if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2))) {
      const err3 = { instancePath: instancePath + "/maxReservations", schemaPath: "#/properties/maxReservations/type", keyword: "type", params: { type: "integer" }, schema: schema69.properties.maxReservations.type, parentSchema: schema69.properties.maxReservations, data: data2 };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (typeof data2 == "number" && isFinite(data2)) {
      if (data2 > 4096 || isNaN(data2)) {
        const err4 = { instancePath: instancePath + "/maxReservations", schemaPath: "#/properties/maxReservations/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4096 }, schema: 4096, parentSchema: schema69.properties.maxReservations, data: data2 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      if (data2 < 1 || isNaN(data2)) {
        const err5 = { instancePath: instancePath + "/maxReservations", schemaPath: "#/properties/maxReservations/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema69.properties.maxReservations, data: data2 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    let data3 = data.maxBytes;
    if (!(typeof data3 == "number" && (!(data3 % 1) && !isNaN(data3)) && isFinite(data3))) {
      const err6 = { instancePath: instancePath + "/maxBytes", schemaPath: "#/properties/maxBytes/type", keyword: "type", params: { type: "integer" }, schema: schema69.properties.maxBytes.type, parentSchema: schema69.properties.maxBytes, data: data3 };
      if (vErrors === null) {
        vErrors = [err6];
      } else {
        vErrors.push(err6);
      }
      errors++;
    }
    if (typeof data3 == "number" && isFinite(data3)) {
      if (data3 > 1073741824 || isNaN(data3)) {
        const err7 = { instancePath: instancePath + "/maxBytes", schemaPath: "#/properties/maxBytes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1073741824 }, schema: 1073741824, parentSchema: schema69.properties.maxBytes, data: data3 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
      if (data3 < 131072 || isNaN(data3)) {
        const err8 = { instancePath: instancePath + "/maxBytes", schemaPath: "#/properties/maxBytes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 131072 }, schema: 131072, parentSchema: schema69.properties.maxBytes, data: data3 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    let data4 = data.maxDurationMs;
    if (!(typeof data4 == "number" && (!(data4 % 1) && !isNaN(data4)) && isFinite(data4))) {
      const err9 = { instancePath: instancePath + "/maxDurationMs", schemaPath: "#/properties/maxDurationMs/type", keyword: "type", params: { type: "integer" }, schema: schema69.properties.maxDurationMs.type, parentSchema: schema69.properties.maxDurationMs, data: data4 };
      if (vErrors === null) {
        vErrors = [err9];
      } else {
        vErrors.push(err9);
      }
      errors++;
    }
    if (typeof data4 == "number" && isFinite(data4)) {
      if (data4 > 864e5 || isNaN(data4)) {
        const err10 = { instancePath: instancePath + "/maxDurationMs", schemaPath: "#/properties/maxDurationMs/maximum", keyword: "maximum", params: { comparison: "<=", limit: 864e5 }, schema: 864e5, parentSchema: schema69.properties.maxDurationMs, data: data4 };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
      if (data4 < 1e4 || isNaN(data4)) {
        const err11 = { instancePath: instancePath + "/maxDurationMs", schemaPath: "#/properties/maxDurationMs/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1e4 }, schema: 1e4, parentSchema: schema69.properties.maxDurationMs, data: data4 };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
  } else {
    const err12 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema69.type, parentSchema: schema69, data };
    if (vErrors === null) {
      vErrors = [err12];
    } else {
      vErrors.push(err12);
    }
    errors++;
  }
  validate228.errors = vErrors;
  return errors === 0;
}
validate228.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validateShareConfig = validate229;
function validate229(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate229.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.with === void 0) {
      data.with = "nobody";
    }
    if (data.allowlist === void 0) {
      data.allowlist = [];
    }
    if (data.denyPeers === void 0) {
      data.denyPeers = [];
    }
    if (data.denyDigests === void 0) {
      data.denyDigests = [];
    }
    if (data.maxFuel === void 0) {
      data.maxFuel = 1e12;
    }
    if (data.maxMemoryBytes === void 0) {
      data.maxMemoryBytes = 536870912;
    }
    if (data.maxOutputBytes === void 0) {
      data.maxOutputBytes = 67108864;
    }
    if (data.maxWallTimeMs === void 0) {
      data.maxWallTimeMs = 6e5;
    }
    if (data.maxInputBytes === void 0) {
      data.maxInputBytes = 268435456;
    }
    if (data.queuePerPeer === void 0) {
      data.queuePerPeer = 32;
    }
    if (data.perPeer === void 0) {
      data.perPeer = {};
    }
    if (data.strangers === void 0) {
      data.strangers = {};
    }
    for (const key0 in data) {
      if (errors >= 100) break;
      if (!func1.call(schema70.properties, key0)) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema70, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    let data0 = data.with;
    if (!(data0 === "nobody" || data0 === "allowlist" || data0 === "anyone")) {
      const err1 = { instancePath: instancePath + "/with", schemaPath: "#/properties/with/enum", keyword: "enum", params: { allowedValues: schema70.properties.with.enum }, schema: schema70.properties.with.enum, parentSchema: schema70.properties.with, data: data0 };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    let data1 = data.allowlist;
    if (Array.isArray(data1)) {
      if (data1.length > 4096) {
        const err2 = { instancePath: instancePath + "/allowlist", schemaPath: "#/properties/allowlist/maxItems", keyword: "maxItems", params: { limit: 4096 }, schema: 4096, parentSchema: schema70.properties.allowlist, data: data1 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      const len0 = data1.length;
      for (let i0 = 0; i0 < len0 && errors < 100; i0++) {
        if (!validate178(data1[i0], { instancePath: instancePath + "/allowlist/" + i0, parentData: data1, parentDataProperty: i0, rootData, dynamicAnchors })) {
          vErrors = vErrors === null ? validate178.errors : vErrors.concat(validate178.errors);
          errors = vErrors.length;
        }
      }
    } else {
      const err3 = { instancePath: instancePath + "/allowlist", schemaPath: "#/properties/allowlist/type", keyword: "type", params: { type: "array" }, schema: schema70.properties.allowlist.type, parentSchema: schema70.properties.allowlist, data: data1 };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    let data3 = data.denyPeers;
    if (Array.isArray(data3)) {
      if (data3.length > 65536) {
        const err4 = { instancePath: instancePath + "/denyPeers", schemaPath: "#/properties/denyPeers/maxItems", keyword: "maxItems", params: { limit: 65536 }, schema: 65536, parentSchema: schema70.properties.denyPeers, data: data3 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      const len1 = data3.length;
      for (let i1 = 0; i1 < len1 && errors < 100; i1++) {
        if (!validate178(data3[i1], { instancePath: instancePath + "/denyPeers/" + i1, parentData: data3, parentDataProperty: i1, rootData, dynamicAnchors })) {
          vErrors = vErrors === null ? validate178.errors : vErrors.concat(validate178.errors);
          errors = vErrors.length;
        }
      }
    } else {
      const err5 = { instancePath: instancePath + "/denyPeers", schemaPath: "#/properties/denyPeers/type", keyword: "type", params: { type: "array" }, schema: schema70.properties.denyPeers.type, parentSchema: schema70.properties.denyPeers, data: data3 };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    let data5 = data.denyDigests;
    if (Array.isArray(data5)) {
      if (data5.length > 65536) {
        const err6 = { instancePath: instancePath + "/denyDigests", schemaPath: "#/properties/denyDigests/maxItems", keyword: "maxItems", params: { limit: 65536 }, schema: 65536, parentSchema: schema70.properties.denyDigests, data: data5 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
      const len2 = data5.length;
      for (let i2 = 0; i2 < len2 && errors < 100; i2++) {
        if (!validate181(data5[i2], { instancePath: instancePath + "/denyDigests/" + i2, parentData: data5, parentDataProperty: i2, rootData, dynamicAnchors })) {
          vErrors = vErrors === null ? validate181.errors : vErrors.concat(validate181.errors);
          errors = vErrors.length;
        }
      }
    } else {
      const err7 = { instancePath: instancePath + "/denyDigests", schemaPath: "#/properties/denyDigests/type", keyword: "type", params: { type: "array" }, schema: schema70.properties.denyDigests.type, parentSchema: schema70.properties.denyDigests, data: data5 };
      if (vErrors === null) {
        vErrors = [err7];
      } else {
        vErrors.push(err7);
      }
      errors++;
    }
    let data7 = data.maxFuel;
    if (!(typeof data7 == "number" && (!(data7 % 1) && !isNaN(data7)) && isFinite(data7))) {
      const err8 = { instancePath: instancePath + "/maxFuel", schemaPath: "#/properties/maxFuel/type", keyword: "type", params: { type: "integer" }, schema: schema70.properties.maxFuel.type, parentSchema: schema70.properties.maxFuel, data: data7 };
      if (vErrors === null) {
        vErrors = [err8];
      } else {
        vErrors.push(err8);
      }
      errors++;
    }
    if (typeof data7 == "number" && isFinite(data7)) {
      if (data7 > 9007199254740991 || isNaN(data7)) {
        const err9 = { instancePath: instancePath + "/maxFuel", schemaPath: "#/properties/maxFuel/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, schema: 9007199254740991, parentSchema: schema70.properties.maxFuel, data: data7 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
      if (data7 < 1 || isNaN(data7)) {
        const err10 = { instancePath: instancePath + "/maxFuel", schemaPath: "#/properties/maxFuel/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema70.properties.maxFuel, data: data7 };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    let data8 = data.maxMemoryBytes;
    if (!(typeof data8 == "number" && (!(data8 % 1) && !isNaN(data8)) && isFinite(data8))) {
      const err11 = { instancePath: instancePath + "/maxMemoryBytes", schemaPath: "#/properties/maxMemoryBytes/type", keyword: "type", params: { type: "integer" }, schema: schema70.properties.maxMemoryBytes.type, parentSchema: schema70.properties.maxMemoryBytes, data: data8 };
      if (vErrors === null) {
        vErrors = [err11];
      } else {
        vErrors.push(err11);
      }
      errors++;
    }
    if (typeof data8 == "number" && isFinite(data8)) {
      if (data8 > 2147483648 || isNaN(data8)) {
        const err12 = { instancePath: instancePath + "/maxMemoryBytes", schemaPath: "#/properties/maxMemoryBytes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 2147483648 }, schema: 2147483648, parentSchema: schema70.properties.maxMemoryBytes, data: data8 };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
      if (data8 < 65536 || isNaN(data8)) {
        const err13 = { instancePath: instancePath + "/maxMemoryBytes", schemaPath: "#/properties/maxMemoryBytes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 65536 }, schema: 65536, parentSchema: schema70.properties.maxMemoryBytes, data: data8 };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    let data9 = data.maxOutputBytes;
    if (!(typeof data9 == "number" && (!(data9 % 1) && !isNaN(data9)) && isFinite(data9))) {
      const err14 = { instancePath: instancePath + "/maxOutputBytes", schemaPath: "#/properties/maxOutputBytes/type", keyword: "type", params: { type: "integer" }, schema: schema70.properties.maxOutputBytes.type, parentSchema: schema70.properties.maxOutputBytes, data: data9 };
      if (vErrors === null) {
        vErrors = [err14];
      } else {
        vErrors.push(err14);
      }
      errors++;
    }
    if (typeof data9 == "number" && isFinite(data9)) {
      if (data9 > 1073741824 || isNaN(data9)) {
        const err15 = { instancePath: instancePath + "/maxOutputBytes", schemaPath: "#/properties/maxOutputBytes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1073741824 }, schema: 1073741824, parentSchema: schema70.properties.maxOutputBytes, data: data9 };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
      if (data9 < 0 || isNaN(data9)) {
        const err16 = { instancePath: instancePath + "/maxOutputBytes", schemaPath: "#/properties/maxOutputBytes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema70.properties.maxOutputBytes, data: data9 };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
    }
    let data10 = data.maxWallTimeMs;
    if (!(typeof data10 == "number" && (!(data10 % 1) && !isNaN(data10)) && isFinite(data10))) {
      const err17 = { instancePath: instancePath + "/maxWallTimeMs", schemaPath: "#/properties/maxWallTimeMs/type", keyword: "type", params: { type: "integer" }, schema: schema70.properties.maxWallTimeMs.type, parentSchema: schema70.properties.maxWallTimeMs, data: data10 };
      if (vErrors === null) {
        vErrors = [err17];
      } else {
        vErrors.push(err17);
      }
      errors++;
    }
    if (typeof data10 == "number" && isFinite(data10)) {
      if (data10 > 864e5 || isNaN(data10)) {
        const err18 = { instancePath: instancePath + "/maxWallTimeMs", schemaPath: "#/properties/maxWallTimeMs/maximum", keyword: "maximum", params: { comparison: "<=", limit: 864e5 }, schema: 864e5, parentSchema: schema70.properties.maxWallTimeMs, data: data10 };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
      if (data10 < 1 || isNaN(data10)) {
        const err19 = { instancePath: instancePath + "/maxWallTimeMs", schemaPath: "#/properties/maxWallTimeMs/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema70.properties.maxWallTimeMs, data: data10 };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
    }
    let data11 = data.maxInputBytes;
    if (!(typeof data11 == "number" && (!(data11 % 1) && !isNaN(data11)) && isFinite(data11))) {
      const err20 = { instancePath: instancePath + "/maxInputBytes", schemaPath: "#/properties/maxInputBytes/type", keyword: "type", params: { type: "integer" }, schema: schema70.properties.maxInputBytes.type, parentSchema: schema70.properties.maxInputBytes, data: data11 };
      if (vErrors === null) {
        vErrors = [err20];
      } else {
        vErrors.push(err20);
      }
      errors++;
    }
    if (typeof data11 == "number" && isFinite(data11)) {
      if (data11 > 1073741824 || isNaN(data11)) {
        const err21 = { instancePath: instancePath + "/maxInputBytes", schemaPath: "#/properties/maxInputBytes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1073741824 }, schema: 1073741824, parentSchema: schema70.properties.maxInputBytes, data: data11 };
        if (vErrors === null) {
          vErrors = [err21];
        } else {
          vErrors.push(err21);
        }
        errors++;
      }
      if (data11 < 0 || isNaN(data11)) {
        const err22 = { instancePath: instancePath + "/maxInputBytes", schemaPath: "#/properties/maxInputBytes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema70.properties.maxInputBytes, data: data11 };
        if (vErrors === null) {
          vErrors = [err22];
        } else {
          vErrors.push(err22);
        }
        errors++;
      }
    }
    let data12 = data.queuePerPeer;
    if (!(typeof data12 == "number" && (!(data12 % 1) && !isNaN(data12)) && isFinite(data12))) {
      const err23 = { instancePath: instancePath + "/queuePerPeer", schemaPath: "#/properties/queuePerPeer/type", keyword: "type", params: { type: "integer" }, schema: schema70.properties.queuePerPeer.type, parentSchema: schema70.properties.queuePerPeer, data: data12 };
      if (vErrors === null) {
        vErrors = [err23];
      } else {
        vErrors.push(err23);
      }
      errors++;
    }
    if (typeof data12 == "number" && isFinite(data12)) {
      if (data12 > 65536 || isNaN(data12)) {
        const err24 = { instancePath: instancePath + "/queuePerPeer", schemaPath: "#/properties/queuePerPeer/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65536 }, schema: 65536, parentSchema: schema70.properties.queuePerPeer, data: data12 };
        if (vErrors === null) {
          vErrors = [err24];
        } else {
          vErrors.push(err24);
        }
        errors++;
      }
      if (data12 < 1 || isNaN(data12)) {
        const err25 = { instancePath: instancePath + "/queuePerPeer", schemaPath: "#/properties/queuePerPeer/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema70.properties.queuePerPeer, data: data12 };
        if (vErrors === null) {
          vErrors = [err25];
        } else {
          vErrors.push(err25);
        }
        errors++;
      }
    }
    if (data.slots !== void 0) {
      let data13 = data.slots;
      if (!(typeof data13 == "number" && (!(data13 % 1) && !isNaN(data13)) && isFinite(data13))) {
        const err26 = { instancePath: instancePath + "/slots", schemaPath: "#/properties/slots/type", keyword: "type", params: { type: "integer" }, schema: schema70.properties.slots.type, parentSchema: schema70.properties.slots, data: data13 };
        if (vErrors === null) {
          vErrors = [err26];
        } else {
          vErrors.push(err26);
        }
        errors++;
      }
      if (typeof data13 == "number" && isFinite(data13)) {
        if (data13 > 1024 || isNaN(data13)) {
          const err27 = { instancePath: instancePath + "/slots", schemaPath: "#/properties/slots/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1024 }, schema: 1024, parentSchema: schema70.properties.slots, data: data13 };
          if (vErrors === null) {
            vErrors = [err27];
          } else {
            vErrors.push(err27);
          }
          errors++;
        }
        if (data13 < 1 || isNaN(data13)) {
          const err28 = { instancePath: instancePath + "/slots", schemaPath: "#/properties/slots/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema70.properties.slots, data: data13 };
          if (vErrors === null) {
            vErrors = [err28];
          } else {
            vErrors.push(err28);
          }
          errors++;
        }
      }
    }
    if (data.memoryBytes !== void 0) {
      let data14 = data.memoryBytes;
      if (!(typeof data14 == "number" && (!(data14 % 1) && !isNaN(data14)) && isFinite(data14))) {
        const err29 = { instancePath: instancePath + "/memoryBytes", schemaPath: "#/properties/memoryBytes/type", keyword: "type", params: { type: "integer" }, schema: schema70.properties.memoryBytes.type, parentSchema: schema70.properties.memoryBytes, data: data14 };
        if (vErrors === null) {
          vErrors = [err29];
        } else {
          vErrors.push(err29);
        }
        errors++;
      }
      if (typeof data14 == "number" && isFinite(data14)) {
        if (data14 > 9007199254740991 || isNaN(data14)) {
          const err30 = { instancePath: instancePath + "/memoryBytes", schemaPath: "#/properties/memoryBytes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, schema: 9007199254740991, parentSchema: schema70.properties.memoryBytes, data: data14 };
          if (vErrors === null) {
            vErrors = [err30];
          } else {
            vErrors.push(err30);
          }
          errors++;
        }
        if (data14 < 65536 || isNaN(data14)) {
          const err31 = { instancePath: instancePath + "/memoryBytes", schemaPath: "#/properties/memoryBytes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 65536 }, schema: 65536, parentSchema: schema70.properties.memoryBytes, data: data14 };
          if (vErrors === null) {
            vErrors = [err31];
          } else {
            vErrors.push(err31);
          }
          errors++;
        }
      }
    }
    if (!validate183(data.perPeer, { instancePath: instancePath + "/perPeer", parentData: data, parentDataProperty: "perPeer", rootData, dynamicAnchors })) {
      vErrors = vErrors === null ? validate183.errors : vErrors.concat(validate183.errors);
      errors = vErrors.length;
    }
    if (!validate185(data.strangers, { instancePath: instancePath + "/strangers", parentData: data, parentDataProperty: "strangers", rootData, dynamicAnchors })) {
      vErrors = vErrors === null ? validate185.errors : vErrors.concat(validate185.errors);
      errors = vErrors.length;
    }
  } else {
    const err32 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema70.type, parentSchema: schema70, data };
    if (vErrors === null) {
      vErrors = [err32];
    } else {
      vErrors.push(err32);
    }
    errors++;
  }
  validate229.errors = vErrors;
  return errors === 0;
}
validate229.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validatePeerQuota = validate235;
function validate235(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate235.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.jobsPerMinute === void 0) {
      data.jobsPerMinute = 3e3;
    }
    if (data.fuelPerMinute === void 0) {
      data.fuelPerMinute = 1e12;
    }
    if (data.bytesPerMinute === void 0) {
      data.bytesPerMinute = 1073741824;
    }
    if (data.blobBytes === void 0) {
      data.blobBytes = 1073741824;
    }
    for (const key0 in data) {
      if (errors >= 100) break;
      if (!(key0 === "jobsPerMinute" || key0 === "fuelPerMinute" || key0 === "bytesPerMinute" || key0 === "blobBytes")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema73, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    let data0 = data.jobsPerMinute;
    if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)) && isFinite(data0))) {
      const err1 = { instancePath: instancePath + "/jobsPerMinute", schemaPath: "#/properties/jobsPerMinute/type", keyword: "type", params: { type: "integer" }, schema: schema73.properties.jobsPerMinute.type, parentSchema: schema73.properties.jobsPerMinute, data: data0 };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (typeof data0 == "number" && isFinite(data0)) {
      if (data0 > 1e6 || isNaN(data0)) {
        const err2 = { instancePath: instancePath + "/jobsPerMinute", schemaPath: "#/properties/jobsPerMinute/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e6 }, schema: 1e6, parentSchema: schema73.properties.jobsPerMinute, data: data0 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      if (data0 < 1 || isNaN(data0)) {
        const err3 = { instancePath: instancePath + "/jobsPerMinute", schemaPath: "#/properties/jobsPerMinute/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema73.properties.jobsPerMinute, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    let data1 = data.fuelPerMinute;
    if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
      const err4 = { instancePath: instancePath + "/fuelPerMinute", schemaPath: "#/properties/fuelPerMinute/type", keyword: "type", params: { type: "integer" }, schema: schema73.properties.fuelPerMinute.type, parentSchema: schema73.properties.fuelPerMinute, data: data1 };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (typeof data1 == "number" && isFinite(data1)) {
      if (data1 > 9007199254740991 || isNaN(data1)) {
        const err5 = { instancePath: instancePath + "/fuelPerMinute", schemaPath: "#/properties/fuelPerMinute/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, schema: 9007199254740991, parentSchema: schema73.properties.fuelPerMinute, data: data1 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
      if (data1 < 1 || isNaN(data1)) {
        const err6 = { instancePath: instancePath + "/fuelPerMinute", schemaPath: "#/properties/fuelPerMinute/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema73.properties.fuelPerMinute, data: data1 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    let data2 = data.bytesPerMinute;
    if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2))) {
      const err7 = { instancePath: instancePath + "/bytesPerMinute", schemaPath: "#/properties/bytesPerMinute/type", keyword: "type", params: { type: "integer" }, schema: schema73.properties.bytesPerMinute.type, parentSchema: schema73.properties.bytesPerMinute, data: data2 };
      if (vErrors === null) {
        vErrors = [err7];
      } else {
        vErrors.push(err7);
      }
      errors++;
    }
    if (typeof data2 == "number" && isFinite(data2)) {
      if (data2 > 9007199254740991 || isNaN(data2)) {
        const err8 = { instancePath: instancePath + "/bytesPerMinute", schemaPath: "#/properties/bytesPerMinute/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, schema: 9007199254740991, parentSchema: schema73.properties.bytesPerMinute, data: data2 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
      if (data2 < 1 || isNaN(data2)) {
        const err9 = { instancePath: instancePath + "/bytesPerMinute", schemaPath: "#/properties/bytesPerMinute/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema73.properties.bytesPerMinute, data: data2 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    let data3 = data.blobBytes;
    if (!(typeof data3 == "number" && (!(data3 % 1) && !isNaN(data3)) && isFinite(data3))) {
      const err10 = { instancePath: instancePath + "/blobBytes", schemaPath: "#/properties/blobBytes/type", keyword: "type", params: { type: "integer" }, schema: schema73.properties.blobBytes.type, parentSchema: schema73.properties.blobBytes, data: data3 };
      if (vErrors === null) {
        vErrors = [err10];
      } else {
        vErrors.push(err10);
      }
      errors++;
    }
    if (typeof data3 == "number" && isFinite(data3)) {
      if (data3 > 9007199254740991 || isNaN(data3)) {
        const err11 = { instancePath: instancePath + "/blobBytes", schemaPath: "#/properties/blobBytes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, schema: 9007199254740991, parentSchema: schema73.properties.blobBytes, data: data3 };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
      if (data3 < 1048576 || isNaN(data3)) {
        const err12 = { instancePath: instancePath + "/blobBytes", schemaPath: "#/properties/blobBytes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1048576 }, schema: 1048576, parentSchema: schema73.properties.blobBytes, data: data3 };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
  } else {
    const err13 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema73.type, parentSchema: schema73, data };
    if (vErrors === null) {
      vErrors = [err13];
    } else {
      vErrors.push(err13);
    }
    errors++;
  }
  validate235.errors = vErrors;
  return errors === 0;
}
validate235.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validateStrangersQuota = validate236;
function validate236(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate236.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.jobsPerMinute === void 0) {
      data.jobsPerMinute = 6e3;
    }
    if (data.fuelPerMinute === void 0) {
      data.fuelPerMinute = 4e12;
    }
    if (data.bytesPerMinute === void 0) {
      data.bytesPerMinute = 4294967296;
    }
    if (data.blobBytes === void 0) {
      data.blobBytes = 4294967296;
    }
    for (const key0 in data) {
      if (errors >= 100) break;
      if (!(key0 === "jobsPerMinute" || key0 === "fuelPerMinute" || key0 === "bytesPerMinute" || key0 === "blobBytes")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema74, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    let data0 = data.jobsPerMinute;
    if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)) && isFinite(data0))) {
      const err1 = { instancePath: instancePath + "/jobsPerMinute", schemaPath: "#/properties/jobsPerMinute/type", keyword: "type", params: { type: "integer" }, schema: schema74.properties.jobsPerMinute.type, parentSchema: schema74.properties.jobsPerMinute, data: data0 };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (typeof data0 == "number" && isFinite(data0)) {
      if (data0 > 1e6 || isNaN(data0)) {
        const err2 = { instancePath: instancePath + "/jobsPerMinute", schemaPath: "#/properties/jobsPerMinute/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e6 }, schema: 1e6, parentSchema: schema74.properties.jobsPerMinute, data: data0 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      if (data0 < 1 || isNaN(data0)) {
        const err3 = { instancePath: instancePath + "/jobsPerMinute", schemaPath: "#/properties/jobsPerMinute/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema74.properties.jobsPerMinute, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    let data1 = data.fuelPerMinute;
    if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
      const err4 = { instancePath: instancePath + "/fuelPerMinute", schemaPath: "#/properties/fuelPerMinute/type", keyword: "type", params: { type: "integer" }, schema: schema74.properties.fuelPerMinute.type, parentSchema: schema74.properties.fuelPerMinute, data: data1 };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (typeof data1 == "number" && isFinite(data1)) {
      if (data1 > 9007199254740991 || isNaN(data1)) {
        const err5 = { instancePath: instancePath + "/fuelPerMinute", schemaPath: "#/properties/fuelPerMinute/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, schema: 9007199254740991, parentSchema: schema74.properties.fuelPerMinute, data: data1 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
      if (data1 < 1 || isNaN(data1)) {
        const err6 = { instancePath: instancePath + "/fuelPerMinute", schemaPath: "#/properties/fuelPerMinute/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema74.properties.fuelPerMinute, data: data1 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    let data2 = data.bytesPerMinute;
    if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2))) {
      const err7 = { instancePath: instancePath + "/bytesPerMinute", schemaPath: "#/properties/bytesPerMinute/type", keyword: "type", params: { type: "integer" }, schema: schema74.properties.bytesPerMinute.type, parentSchema: schema74.properties.bytesPerMinute, data: data2 };
      if (vErrors === null) {
        vErrors = [err7];
      } else {
        vErrors.push(err7);
      }
      errors++;
    }
    if (typeof data2 == "number" && isFinite(data2)) {
      if (data2 > 9007199254740991 || isNaN(data2)) {
        const err8 = { instancePath: instancePath + "/bytesPerMinute", schemaPath: "#/properties/bytesPerMinute/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, schema: 9007199254740991, parentSchema: schema74.properties.bytesPerMinute, data: data2 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
      if (data2 < 1 || isNaN(data2)) {
        const err9 = { instancePath: instancePath + "/bytesPerMinute", schemaPath: "#/properties/bytesPerMinute/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema74.properties.bytesPerMinute, data: data2 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    let data3 = data.blobBytes;
    if (!(typeof data3 == "number" && (!(data3 % 1) && !isNaN(data3)) && isFinite(data3))) {
      const err10 = { instancePath: instancePath + "/blobBytes", schemaPath: "#/properties/blobBytes/type", keyword: "type", params: { type: "integer" }, schema: schema74.properties.blobBytes.type, parentSchema: schema74.properties.blobBytes, data: data3 };
      if (vErrors === null) {
        vErrors = [err10];
      } else {
        vErrors.push(err10);
      }
      errors++;
    }
    if (typeof data3 == "number" && isFinite(data3)) {
      if (data3 > 9007199254740991 || isNaN(data3)) {
        const err11 = { instancePath: instancePath + "/blobBytes", schemaPath: "#/properties/blobBytes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, schema: 9007199254740991, parentSchema: schema74.properties.blobBytes, data: data3 };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
      if (data3 < 1048576 || isNaN(data3)) {
        const err12 = { instancePath: instancePath + "/blobBytes", schemaPath: "#/properties/blobBytes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1048576 }, schema: 1048576, parentSchema: schema74.properties.blobBytes, data: data3 };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
  } else {
    const err13 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema74.type, parentSchema: schema74, data };
    if (vErrors === null) {
      vErrors = [err13];
    } else {
      vErrors.push(err13);
    }
    errors++;
  }
  validate236.errors = vErrors;
  return errors === 0;
}
validate236.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validateJobsConfig = validate237;
function validate237(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate237.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.queue === void 0) {
      data.queue = 1024;
    }
    if (data.hedge === void 0) {
      data.hedge = true;
    }
    if (data.retentionMs === void 0) {
      data.retentionMs = 864e5;
    }
    for (const key0 in data) {
      if (errors >= 100) break;
      if (!(key0 === "slots" || key0 === "queue" || key0 === "hedge" || key0 === "retentionMs" || key0 === "drainMs")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema75, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.slots !== void 0) {
      let data0 = data.slots;
      if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)) && isFinite(data0))) {
        const err1 = { instancePath: instancePath + "/slots", schemaPath: "#/properties/slots/type", keyword: "type", params: { type: "integer" }, schema: schema75.properties.slots.type, parentSchema: schema75.properties.slots, data: data0 };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
      if (typeof data0 == "number" && isFinite(data0)) {
        if (data0 > 1024 || isNaN(data0)) {
          const err2 = { instancePath: instancePath + "/slots", schemaPath: "#/properties/slots/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1024 }, schema: 1024, parentSchema: schema75.properties.slots, data: data0 };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        if (data0 < 1 || isNaN(data0)) {
          const err3 = { instancePath: instancePath + "/slots", schemaPath: "#/properties/slots/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema75.properties.slots, data: data0 };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      }
    }
    let data1 = data.queue;
    if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
      const err4 = { instancePath: instancePath + "/queue", schemaPath: "#/properties/queue/type", keyword: "type", params: { type: "integer" }, schema: schema75.properties.queue.type, parentSchema: schema75.properties.queue, data: data1 };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (typeof data1 == "number" && isFinite(data1)) {
      if (data1 > 1e6 || isNaN(data1)) {
        const err5 = { instancePath: instancePath + "/queue", schemaPath: "#/properties/queue/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e6 }, schema: 1e6, parentSchema: schema75.properties.queue, data: data1 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
      if (data1 < 1 || isNaN(data1)) {
        const err6 = { instancePath: instancePath + "/queue", schemaPath: "#/properties/queue/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema75.properties.queue, data: data1 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    let data2 = data.hedge;
    if (typeof data2 !== "boolean") {
      const err7 = { instancePath: instancePath + "/hedge", schemaPath: "#/properties/hedge/type", keyword: "type", params: { type: "boolean" }, schema: schema75.properties.hedge.type, parentSchema: schema75.properties.hedge, data: data2 };
      if (vErrors === null) {
        vErrors = [err7];
      } else {
        vErrors.push(err7);
      }
      errors++;
    }
    let data3 = data.retentionMs;
    if (!(typeof data3 == "number" && (!(data3 % 1) && !isNaN(data3)) && isFinite(data3))) {
      const err8 = { instancePath: instancePath + "/retentionMs", schemaPath: "#/properties/retentionMs/type", keyword: "type", params: { type: "integer" }, schema: schema75.properties.retentionMs.type, parentSchema: schema75.properties.retentionMs, data: data3 };
      if (vErrors === null) {
        vErrors = [err8];
      } else {
        vErrors.push(err8);
      }
      errors++;
    }
    if (typeof data3 == "number" && isFinite(data3)) {
      if (data3 > 31536e6 || isNaN(data3)) {
        const err9 = { instancePath: instancePath + "/retentionMs", schemaPath: "#/properties/retentionMs/maximum", keyword: "maximum", params: { comparison: "<=", limit: 31536e6 }, schema: 31536e6, parentSchema: schema75.properties.retentionMs, data: data3 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
      if (data3 < 0 || isNaN(data3)) {
        const err10 = { instancePath: instancePath + "/retentionMs", schemaPath: "#/properties/retentionMs/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema75.properties.retentionMs, data: data3 };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.drainMs !== void 0) {
      let data4 = data.drainMs;
      if (!(typeof data4 == "number" && (!(data4 % 1) && !isNaN(data4)) && isFinite(data4))) {
        const err11 = { instancePath: instancePath + "/drainMs", schemaPath: "#/properties/drainMs/type", keyword: "type", params: { type: "integer" }, schema: schema75.properties.drainMs.type, parentSchema: schema75.properties.drainMs, data: data4 };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
      if (typeof data4 == "number" && isFinite(data4)) {
        if (data4 > 36e5 || isNaN(data4)) {
          const err12 = { instancePath: instancePath + "/drainMs", schemaPath: "#/properties/drainMs/maximum", keyword: "maximum", params: { comparison: "<=", limit: 36e5 }, schema: 36e5, parentSchema: schema75.properties.drainMs, data: data4 };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
        if (data4 < 0 || isNaN(data4)) {
          const err13 = { instancePath: instancePath + "/drainMs", schemaPath: "#/properties/drainMs/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema75.properties.drainMs, data: data4 };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
      }
    }
  } else {
    const err14 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema75.type, parentSchema: schema75, data };
    if (vErrors === null) {
      vErrors = [err14];
    } else {
      vErrors.push(err14);
    }
    errors++;
  }
  validate237.errors = vErrors;
  return errors === 0;
}
validate237.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validateStoreConfig = validate238;
function validate238(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate238.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.blobQuotaBytes === void 0) {
      data.blobQuotaBytes = 10737418240;
    }
    if (data.maxBlobBytes === void 0) {
      data.maxBlobBytes = 1073741824;
    }
    for (const key0 in data) {
      if (errors >= 100) break;
      if (!(key0 === "blobQuotaBytes" || key0 === "maxBlobBytes")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema76, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    let data0 = data.blobQuotaBytes;
    if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)) && isFinite(data0))) {
      const err1 = { instancePath: instancePath + "/blobQuotaBytes", schemaPath: "#/properties/blobQuotaBytes/type", keyword: "type", params: { type: "integer" }, schema: schema76.properties.blobQuotaBytes.type, parentSchema: schema76.properties.blobQuotaBytes, data: data0 };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (typeof data0 == "number" && isFinite(data0)) {
      if (data0 > 9007199254740991 || isNaN(data0)) {
        const err2 = { instancePath: instancePath + "/blobQuotaBytes", schemaPath: "#/properties/blobQuotaBytes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, schema: 9007199254740991, parentSchema: schema76.properties.blobQuotaBytes, data: data0 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      if (data0 < 67108864 || isNaN(data0)) {
        const err3 = { instancePath: instancePath + "/blobQuotaBytes", schemaPath: "#/properties/blobQuotaBytes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 67108864 }, schema: 67108864, parentSchema: schema76.properties.blobQuotaBytes, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    let data1 = data.maxBlobBytes;
    if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
      const err4 = { instancePath: instancePath + "/maxBlobBytes", schemaPath: "#/properties/maxBlobBytes/type", keyword: "type", params: { type: "integer" }, schema: schema76.properties.maxBlobBytes.type, parentSchema: schema76.properties.maxBlobBytes, data: data1 };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (typeof data1 == "number" && isFinite(data1)) {
      if (data1 > 1073741824 || isNaN(data1)) {
        const err5 = { instancePath: instancePath + "/maxBlobBytes", schemaPath: "#/properties/maxBlobBytes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1073741824 }, schema: 1073741824, parentSchema: schema76.properties.maxBlobBytes, data: data1 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
      if (data1 < 1048576 || isNaN(data1)) {
        const err6 = { instancePath: instancePath + "/maxBlobBytes", schemaPath: "#/properties/maxBlobBytes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1048576 }, schema: 1048576, parentSchema: schema76.properties.maxBlobBytes, data: data1 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
  } else {
    const err7 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema76.type, parentSchema: schema76, data };
    if (vErrors === null) {
      vErrors = [err7];
    } else {
      vErrors.push(err7);
    }
    errors++;
  }
  validate238.errors = vErrors;
  return errors === 0;
}
validate238.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validateSandboxConfig = validate239;
function validate239(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate239.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.isolation === void 0) {
      data.isolation = "full";
    }
    if (data.runtimes === void 0) {
      data.runtimes = ["interpreter", "v8"];
    }
    if (data.preparedQuotaBytes === void 0) {
      data.preparedQuotaBytes = 1073741824;
    }
    if (data.reuse === void 0) {
      data.reuse = true;
    }
    for (const key0 in data) {
      if (errors >= 100) break;
      if (!(key0 === "isolation" || key0 === "runtimes" || key0 === "preparedQuotaBytes" || key0 === "reuse")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema77, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    let data0 = data.isolation;
    if (!(data0 === "full" || data0 === "reduced")) {
      const err1 = { instancePath: instancePath + "/isolation", schemaPath: "#/properties/isolation/enum", keyword: "enum", params: { allowedValues: schema77.properties.isolation.enum }, schema: schema77.properties.isolation.enum, parentSchema: schema77.properties.isolation, data: data0 };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    let data1 = data.runtimes;
    if (Array.isArray(data1)) {
      if (data1.length < 1) {
        const err2 = { instancePath: instancePath + "/runtimes", schemaPath: "#/properties/runtimes/minItems", keyword: "minItems", params: { limit: 1 }, schema: 1, parentSchema: schema77.properties.runtimes, data: data1 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      const len0 = data1.length;
      for (let i0 = 0; i0 < len0 && errors < 100; i0++) {
        let data2 = data1[i0];
        if (!(data2 === "interpreter" || data2 === "v8")) {
          const err3 = { instancePath: instancePath + "/runtimes/" + i0, schemaPath: "#/properties/runtimes/items/enum", keyword: "enum", params: { allowedValues: schema77.properties.runtimes.items.enum }, schema: schema77.properties.runtimes.items.enum, parentSchema: schema77.properties.runtimes.items, data: data2 };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      }
      let i1 = data1.length;
      let j0;
      if (i1 > 1) {
        outer0:
          for (; i1--; ) {
            for (j0 = i1; j0--; ) {
              if (func0(data1[i1], data1[j0])) {
                const err4 = { instancePath: instancePath + "/runtimes", schemaPath: "#/properties/runtimes/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, schema: true, parentSchema: schema77.properties.runtimes, data: data1 };
                if (vErrors === null) {
                  vErrors = [err4];
                } else {
                  vErrors.push(err4);
                }
                errors++;
                break outer0;
              }
            }
          }
      }
    } else {
      const err5 = { instancePath: instancePath + "/runtimes", schemaPath: "#/properties/runtimes/type", keyword: "type", params: { type: "array" }, schema: schema77.properties.runtimes.type, parentSchema: schema77.properties.runtimes, data: data1 };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    let data3 = data.preparedQuotaBytes;
    if (!(typeof data3 == "number" && (!(data3 % 1) && !isNaN(data3)) && isFinite(data3))) {
      const err6 = { instancePath: instancePath + "/preparedQuotaBytes", schemaPath: "#/properties/preparedQuotaBytes/type", keyword: "type", params: { type: "integer" }, schema: schema77.properties.preparedQuotaBytes.type, parentSchema: schema77.properties.preparedQuotaBytes, data: data3 };
      if (vErrors === null) {
        vErrors = [err6];
      } else {
        vErrors.push(err6);
      }
      errors++;
    }
    if (typeof data3 == "number" && isFinite(data3)) {
      if (data3 > 1099511627776 || isNaN(data3)) {
        const err7 = { instancePath: instancePath + "/preparedQuotaBytes", schemaPath: "#/properties/preparedQuotaBytes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1099511627776 }, schema: 1099511627776, parentSchema: schema77.properties.preparedQuotaBytes, data: data3 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
      if (data3 < 0 || isNaN(data3)) {
        const err8 = { instancePath: instancePath + "/preparedQuotaBytes", schemaPath: "#/properties/preparedQuotaBytes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema77.properties.preparedQuotaBytes, data: data3 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    let data4 = data.reuse;
    if (typeof data4 !== "boolean") {
      const err9 = { instancePath: instancePath + "/reuse", schemaPath: "#/properties/reuse/type", keyword: "type", params: { type: "boolean" }, schema: schema77.properties.reuse.type, parentSchema: schema77.properties.reuse, data: data4 };
      if (vErrors === null) {
        vErrors = [err9];
      } else {
        vErrors.push(err9);
      }
      errors++;
    }
  } else {
    const err10 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema77.type, parentSchema: schema77, data };
    if (vErrors === null) {
      vErrors = [err10];
    } else {
      vErrors.push(err10);
    }
    errors++;
  }
  validate239.errors = vErrors;
  return errors === 0;
}
validate239.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validateLogConfig = validate240;
function validate240(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate240.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.level === void 0) {
      data.level = "info";
    }
    if (data.format === void 0) {
      data.format = "auto";
    }
    for (const key0 in data) {
      if (errors >= 100) break;
      if (!(key0 === "level" || key0 === "format")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema78, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    let data0 = data.level;
    if (!(data0 === "error" || data0 === "warn" || data0 === "info" || data0 === "debug" || data0 === "silent")) {
      const err1 = { instancePath: instancePath + "/level", schemaPath: "#/properties/level/enum", keyword: "enum", params: { allowedValues: schema78.properties.level.enum }, schema: schema78.properties.level.enum, parentSchema: schema78.properties.level, data: data0 };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    let data1 = data.format;
    if (!(data1 === "auto" || data1 === "json" || data1 === "text")) {
      const err2 = { instancePath: instancePath + "/format", schemaPath: "#/properties/format/enum", keyword: "enum", params: { allowedValues: schema78.properties.format.enum }, schema: schema78.properties.format.enum, parentSchema: schema78.properties.format, data: data1 };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
  } else {
    const err3 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema78.type, parentSchema: schema78, data };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  validate240.errors = vErrors;
  return errors === 0;
}
validate240.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validateMetricsConfig = validate241;
function validate241(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate241.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (errors >= 100) break;
      if (!(key0 === "port")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema79, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.port !== void 0) {
      let data0 = data.port;
      if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)) && isFinite(data0))) {
        const err1 = { instancePath: instancePath + "/port", schemaPath: "#/properties/port/type", keyword: "type", params: { type: "integer" }, schema: schema79.properties.port.type, parentSchema: schema79.properties.port, data: data0 };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
      if (typeof data0 == "number" && isFinite(data0)) {
        if (data0 > 65535 || isNaN(data0)) {
          const err2 = { instancePath: instancePath + "/port", schemaPath: "#/properties/port/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 }, schema: 65535, parentSchema: schema79.properties.port, data: data0 };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        if (data0 < 0 || isNaN(data0)) {
          const err3 = { instancePath: instancePath + "/port", schemaPath: "#/properties/port/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema79.properties.port, data: data0 };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      }
    }
  } else {
    const err4 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema79.type, parentSchema: schema79, data };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  }
  validate241.errors = vErrors;
  return errors === 0;
}
validate241.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validateEnvelope = validate242;
var schema101 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "envelope.schema.json", "title": "Envelope", "type": "object", "additionalProperties": false, "required": ["payloadType", "payload", "signatures"], "properties": { "payloadType": { "type": "string", "minLength": 1, "maxLength": 128 }, "payload": { "type": "string" }, "signatures": { "type": "array", "minItems": 1, "maxItems": 1, "items": { "title": "EnvelopeSignature", "type": "object", "additionalProperties": false, "required": ["keyid", "sig"], "properties": { "keyid": { "$ref": "order.schema.json#/$defs/PeerId" }, "sig": { "type": "string", "minLength": 88, "maxLength": 88 } } } } } };
function validate243(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate243.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data === "string") {
    if (!pattern9.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^12D3Koo[1-9A-HJ-NP-Za-km-z]{45}$" }, schema: "^12D3Koo[1-9A-HJ-NP-Za-km-z]{45}$", parentSchema: schema30, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, schema: schema30.type, parentSchema: schema30, data };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate243.errors = vErrors;
  return errors === 0;
}
validate243.evaluated = { "dynamicProps": false, "dynamicItems": false };
function validate242(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate242.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.payloadType === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "payloadType" }, schema: schema101.required, parentSchema: schema101, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.payload === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "payload" }, schema: schema101.required, parentSchema: schema101, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.signatures === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "signatures" }, schema: schema101.required, parentSchema: schema101, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    for (const key0 in data) {
      if (errors >= 100) break;
      if (!(key0 === "payloadType" || key0 === "payload" || key0 === "signatures")) {
        const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema101, data };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.payloadType !== void 0) {
      let data0 = data.payloadType;
      if (typeof data0 === "string") {
        if (func2(data0) > 128) {
          const err4 = { instancePath: instancePath + "/payloadType", schemaPath: "#/properties/payloadType/maxLength", keyword: "maxLength", params: { limit: 128 }, schema: 128, parentSchema: schema101.properties.payloadType, data: data0 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        if (func2(data0) < 1) {
          const err5 = { instancePath: instancePath + "/payloadType", schemaPath: "#/properties/payloadType/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema101.properties.payloadType, data: data0 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = { instancePath: instancePath + "/payloadType", schemaPath: "#/properties/payloadType/type", keyword: "type", params: { type: "string" }, schema: schema101.properties.payloadType.type, parentSchema: schema101.properties.payloadType, data: data0 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.payload !== void 0) {
      let data1 = data.payload;
      if (typeof data1 !== "string") {
        const err7 = { instancePath: instancePath + "/payload", schemaPath: "#/properties/payload/type", keyword: "type", params: { type: "string" }, schema: schema101.properties.payload.type, parentSchema: schema101.properties.payload, data: data1 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.signatures !== void 0) {
      let data2 = data.signatures;
      if (Array.isArray(data2)) {
        if (data2.length > 1) {
          const err8 = { instancePath: instancePath + "/signatures", schemaPath: "#/properties/signatures/maxItems", keyword: "maxItems", params: { limit: 1 }, schema: 1, parentSchema: schema101.properties.signatures, data: data2 };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
        if (data2.length < 1) {
          const err9 = { instancePath: instancePath + "/signatures", schemaPath: "#/properties/signatures/minItems", keyword: "minItems", params: { limit: 1 }, schema: 1, parentSchema: schema101.properties.signatures, data: data2 };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
        const len0 = data2.length;
        for (let i0 = 0; i0 < len0 && errors < 100; i0++) {
          let data3 = data2[i0];
          if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
            if (data3.keyid === void 0) {
              const err10 = { instancePath: instancePath + "/signatures/" + i0, schemaPath: "#/properties/signatures/items/required", keyword: "required", params: { missingProperty: "keyid" }, schema: schema101.properties.signatures.items.required, parentSchema: schema101.properties.signatures.items, data: data3 };
              if (vErrors === null) {
                vErrors = [err10];
              } else {
                vErrors.push(err10);
              }
              errors++;
            }
            if (data3.sig === void 0) {
              const err11 = { instancePath: instancePath + "/signatures/" + i0, schemaPath: "#/properties/signatures/items/required", keyword: "required", params: { missingProperty: "sig" }, schema: schema101.properties.signatures.items.required, parentSchema: schema101.properties.signatures.items, data: data3 };
              if (vErrors === null) {
                vErrors = [err11];
              } else {
                vErrors.push(err11);
              }
              errors++;
            }
            for (const key1 in data3) {
              if (errors >= 100) break;
              if (!(key1 === "keyid" || key1 === "sig")) {
                const err12 = { instancePath: instancePath + "/signatures/" + i0, schemaPath: "#/properties/signatures/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, schema: false, parentSchema: schema101.properties.signatures.items, data: data3 };
                if (vErrors === null) {
                  vErrors = [err12];
                } else {
                  vErrors.push(err12);
                }
                errors++;
              }
            }
            if (data3.keyid !== void 0) {
              if (!validate243(data3.keyid, { instancePath: instancePath + "/signatures/" + i0 + "/keyid", parentData: data3, parentDataProperty: "keyid", rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? validate243.errors : vErrors.concat(validate243.errors);
                errors = vErrors.length;
              }
            }
            if (data3.sig !== void 0) {
              let data5 = data3.sig;
              if (typeof data5 === "string") {
                if (func2(data5) > 88) {
                  const err13 = { instancePath: instancePath + "/signatures/" + i0 + "/sig", schemaPath: "#/properties/signatures/items/properties/sig/maxLength", keyword: "maxLength", params: { limit: 88 }, schema: 88, parentSchema: schema101.properties.signatures.items.properties.sig, data: data5 };
                  if (vErrors === null) {
                    vErrors = [err13];
                  } else {
                    vErrors.push(err13);
                  }
                  errors++;
                }
                if (func2(data5) < 88) {
                  const err14 = { instancePath: instancePath + "/signatures/" + i0 + "/sig", schemaPath: "#/properties/signatures/items/properties/sig/minLength", keyword: "minLength", params: { limit: 88 }, schema: 88, parentSchema: schema101.properties.signatures.items.properties.sig, data: data5 };
                  if (vErrors === null) {
                    vErrors = [err14];
                  } else {
                    vErrors.push(err14);
                  }
                  errors++;
                }
              } else {
                const err15 = { instancePath: instancePath + "/signatures/" + i0 + "/sig", schemaPath: "#/properties/signatures/items/properties/sig/type", keyword: "type", params: { type: "string" }, schema: schema101.properties.signatures.items.properties.sig.type, parentSchema: schema101.properties.signatures.items.properties.sig, data: data5 };
                if (vErrors === null) {
                  vErrors = [err15];
                } else {
                  vErrors.push(err15);
                }
                errors++;
              }
            }
          } else {
            const err16 = { instancePath: instancePath + "/signatures/" + i0, schemaPath: "#/properties/signatures/items/type", keyword: "type", params: { type: "object" }, schema: schema101.properties.signatures.items.type, parentSchema: schema101.properties.signatures.items, data: data3 };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
        }
      } else {
        const err17 = { instancePath: instancePath + "/signatures", schemaPath: "#/properties/signatures/type", keyword: "type", params: { type: "array" }, schema: schema101.properties.signatures.type, parentSchema: schema101.properties.signatures, data: data2 };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
  } else {
    const err18 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema101.type, parentSchema: schema101, data };
    if (vErrors === null) {
      vErrors = [err18];
    } else {
      vErrors.push(err18);
    }
    errors++;
  }
  validate242.errors = vErrors;
  return errors === 0;
}
validate242.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validateManifest = validate53;
var schema20 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "manifest.schema.json", "title": "Manifest", "type": "object", "required": ["plasm", "task"], "properties": { "plasm": { "const": 1 }, "task": { "$ref": "#/$defs/Task" }, "request": { "$ref": "#/$defs/Request", "default": {} } }, "$defs": { "Digest": { "title": "Digest", "type": "string", "pattern": "^sha256:[0-9a-f]{64}$" }, "GuestPath": { "title": "GuestPath", "type": "string", "maxLength": 1024, "pattern": "^(?:/(?!\\.{1,2}(?:/|$))[^/\\u0000]+)+$" }, "Task": { "title": "Task", "type": "object", "additionalProperties": false, "required": ["module"], "properties": { "semantics": { "const": 1, "default": 1 }, "module": { "$ref": "#/$defs/Digest" }, "args": { "type": "array", "default": [], "maxItems": 1024, "items": { "type": "string", "maxLength": 65536, "pattern": "^[^\\u0000]*$" } }, "env": { "type": "object", "default": {}, "maxProperties": 256, "propertyNames": { "pattern": "^[A-Za-z_][A-Za-z0-9_]*$", "maxLength": 256 }, "additionalProperties": { "type": "string", "maxLength": 65536, "pattern": "^[^\\u0000]*$" } }, "stdin": { "$ref": "#/$defs/Digest" }, "files": { "type": "array", "default": [], "maxItems": 1024, "items": { "$ref": "#/$defs/InputFile" } }, "outputs": { "type": "array", "default": [], "maxItems": 16, "items": { "$ref": "#/$defs/GuestPath" } }, "limits": { "$ref": "#/$defs/Limits", "default": {} }, "clock": { "enum": ["virtual", "real"], "default": "virtual" }, "random": { "enum": ["seeded", "real"], "default": "seeded" } } }, "InputFile": { "title": "InputFile", "type": "object", "additionalProperties": false, "required": ["path", "digest"], "properties": { "path": { "$ref": "#/$defs/GuestPath" }, "digest": { "$ref": "#/$defs/Digest" } } }, "Limits": { "title": "Limits", "type": "object", "additionalProperties": false, "properties": { "fuel": { "type": "integer", "minimum": 1, "maximum": 9007199254740991, "default": 1e10 }, "memoryBytes": { "type": "integer", "minimum": 65536, "maximum": 2147483648, "default": 67108864 }, "outputBytes": { "type": "integer", "minimum": 0, "maximum": 1073741824, "default": 1048576 } } }, "Request": { "title": "Request", "type": "object", "properties": { "name": { "type": "string", "minLength": 1, "maxLength": 128 }, "runtime": { "enum": ["any", "interpreter", "v8"], "default": "any" }, "isolation": { "enum": ["full", "reduced"], "default": "full" }, "fresh": { "type": "boolean", "default": false }, "wallTimeMs": { "type": "integer", "minimum": 1, "maximum": 864e5, "default": 6e4 }, "placement": { "$ref": "#/$defs/Placement", "default": {} }, "cache": { "type": "boolean", "default": true } } }, "Placement": { "title": "Placement", "type": "object", "properties": { "where": { "enum": ["any", "local", "network"], "default": "any" }, "replicas": { "type": "integer", "minimum": 1, "maximum": 16, "default": 1 }, "quorum": { "type": "integer", "minimum": 1, "maximum": 16 } } } } };
var schema21 = { "title": "Task", "type": "object", "additionalProperties": false, "required": ["module"], "properties": { "semantics": { "const": 1, "default": 1 }, "module": { "$ref": "#/$defs/Digest" }, "args": { "type": "array", "default": [], "maxItems": 1024, "items": { "type": "string", "maxLength": 65536, "pattern": "^[^\\u0000]*$" } }, "env": { "type": "object", "default": {}, "maxProperties": 256, "propertyNames": { "pattern": "^[A-Za-z_][A-Za-z0-9_]*$", "maxLength": 256 }, "additionalProperties": { "type": "string", "maxLength": 65536, "pattern": "^[^\\u0000]*$" } }, "stdin": { "$ref": "#/$defs/Digest" }, "files": { "type": "array", "default": [], "maxItems": 1024, "items": { "$ref": "#/$defs/InputFile" } }, "outputs": { "type": "array", "default": [], "maxItems": 16, "items": { "$ref": "#/$defs/GuestPath" } }, "limits": { "$ref": "#/$defs/Limits", "default": {} }, "clock": { "enum": ["virtual", "real"], "default": "virtual" }, "random": { "enum": ["seeded", "real"], "default": "seeded" } } };
function validate58(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate58.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.path === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "path" }, schema: schema23.required, parentSchema: schema23, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.digest === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "digest" }, schema: schema23.required, parentSchema: schema23, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 in data) {
      if (errors >= 100) break;
      if (!(key0 === "path" || key0 === "digest")) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema23, data };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.path !== void 0) {
      if (!validate59(data.path, { instancePath: instancePath + "/path", parentData: data, parentDataProperty: "path", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
        errors = vErrors.length;
      }
    }
    if (data.digest !== void 0) {
      if (!validate55(data.digest, { instancePath: instancePath + "/digest", parentData: data, parentDataProperty: "digest", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err3 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema23.type, parentSchema: schema23, data };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  validate58.errors = vErrors;
  return errors === 0;
}
validate58.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema25 = { "title": "Limits", "type": "object", "additionalProperties": false, "properties": { "fuel": { "type": "integer", "minimum": 1, "maximum": 9007199254740991, "default": 1e10 }, "memoryBytes": { "type": "integer", "minimum": 65536, "maximum": 2147483648, "default": 67108864 }, "outputBytes": { "type": "integer", "minimum": 0, "maximum": 1073741824, "default": 1048576 } } };
function validate64(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate64.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.fuel === void 0) {
      data.fuel = 1e10;
    }
    if (data.memoryBytes === void 0) {
      data.memoryBytes = 67108864;
    }
    if (data.outputBytes === void 0) {
      data.outputBytes = 1048576;
    }
    for (const key0 in data) {
      if (errors >= 100) break;
      if (!(key0 === "fuel" || key0 === "memoryBytes" || key0 === "outputBytes")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema25, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    let data0 = data.fuel;
    if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)) && isFinite(data0))) {
      const err1 = { instancePath: instancePath + "/fuel", schemaPath: "#/properties/fuel/type", keyword: "type", params: { type: "integer" }, schema: schema25.properties.fuel.type, parentSchema: schema25.properties.fuel, data: data0 };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (typeof data0 == "number" && isFinite(data0)) {
      if (data0 > 9007199254740991 || isNaN(data0)) {
        const err2 = { instancePath: instancePath + "/fuel", schemaPath: "#/properties/fuel/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, schema: 9007199254740991, parentSchema: schema25.properties.fuel, data: data0 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      if (data0 < 1 || isNaN(data0)) {
        const err3 = { instancePath: instancePath + "/fuel", schemaPath: "#/properties/fuel/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema25.properties.fuel, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    let data1 = data.memoryBytes;
    if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
      const err4 = { instancePath: instancePath + "/memoryBytes", schemaPath: "#/properties/memoryBytes/type", keyword: "type", params: { type: "integer" }, schema: schema25.properties.memoryBytes.type, parentSchema: schema25.properties.memoryBytes, data: data1 };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (typeof data1 == "number" && isFinite(data1)) {
      if (data1 > 2147483648 || isNaN(data1)) {
        const err5 = { instancePath: instancePath + "/memoryBytes", schemaPath: "#/properties/memoryBytes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 2147483648 }, schema: 2147483648, parentSchema: schema25.properties.memoryBytes, data: data1 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
      if (data1 < 65536 || isNaN(data1)) {
        const err6 = { instancePath: instancePath + "/memoryBytes", schemaPath: "#/properties/memoryBytes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 65536 }, schema: 65536, parentSchema: schema25.properties.memoryBytes, data: data1 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    let data2 = data.outputBytes;
    if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2))) {
      const err7 = { instancePath: instancePath + "/outputBytes", schemaPath: "#/properties/outputBytes/type", keyword: "type", params: { type: "integer" }, schema: schema25.properties.outputBytes.type, parentSchema: schema25.properties.outputBytes, data: data2 };
      if (vErrors === null) {
        vErrors = [err7];
      } else {
        vErrors.push(err7);
      }
      errors++;
    }
    if (typeof data2 == "number" && isFinite(data2)) {
      if (data2 > 1073741824 || isNaN(data2)) {
        const err8 = { instancePath: instancePath + "/outputBytes", schemaPath: "#/properties/outputBytes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1073741824 }, schema: 1073741824, parentSchema: schema25.properties.outputBytes, data: data2 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
      if (data2 < 0 || isNaN(data2)) {
        const err9 = { instancePath: instancePath + "/outputBytes", schemaPath: "#/properties/outputBytes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema25.properties.outputBytes, data: data2 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
  } else {
    const err10 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema25.type, parentSchema: schema25, data };
    if (vErrors === null) {
      vErrors = [err10];
    } else {
      vErrors.push(err10);
    }
    errors++;
  }
  validate64.errors = vErrors;
  return errors === 0;
}
validate64.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var pattern4 = new RegExp("^[^\\u0000]*$", "u");
var pattern5 = new RegExp("^[A-Za-z_][A-Za-z0-9_]*$", "u");
function validate54(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate54.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.semantics === void 0) {
      data.semantics = 1;
    }
    if (data.args === void 0) {
      data.args = [];
    }
    if (data.env === void 0) {
      data.env = {};
    }
    if (data.files === void 0) {
      data.files = [];
    }
    if (data.outputs === void 0) {
      data.outputs = [];
    }
    if (data.limits === void 0) {
      data.limits = {};
    }
    if (data.clock === void 0) {
      data.clock = "virtual";
    }
    if (data.random === void 0) {
      data.random = "seeded";
    }
    if (data.module === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "module" }, schema: schema21.required, parentSchema: schema21, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (errors >= 100) break;
      if (!func1.call(schema21.properties, key0)) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema21, data };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    let data0 = data.semantics;
    if (1 !== data0) {
      const err2 = { instancePath: instancePath + "/semantics", schemaPath: "#/properties/semantics/const", keyword: "const", params: { allowedValue: 1 }, schema: 1, parentSchema: schema21.properties.semantics, data: data0 };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.module !== void 0) {
      if (!validate55(data.module, { instancePath: instancePath + "/module", parentData: data, parentDataProperty: "module", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
        errors = vErrors.length;
      }
    }
    let data2 = data.args;
    if (Array.isArray(data2)) {
      if (data2.length > 1024) {
        const err3 = { instancePath: instancePath + "/args", schemaPath: "#/properties/args/maxItems", keyword: "maxItems", params: { limit: 1024 }, schema: 1024, parentSchema: schema21.properties.args, data: data2 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      const len0 = data2.length;
      for (let i0 = 0; i0 < len0 && errors < 100; i0++) {
        let data3 = data2[i0];
        if (typeof data3 === "string") {
          if (func2(data3) > 65536) {
            const err4 = { instancePath: instancePath + "/args/" + i0, schemaPath: "#/properties/args/items/maxLength", keyword: "maxLength", params: { limit: 65536 }, schema: 65536, parentSchema: schema21.properties.args.items, data: data3 };
            if (vErrors === null) {
              vErrors = [err4];
            } else {
              vErrors.push(err4);
            }
            errors++;
          }
          if (!pattern4.test(data3)) {
            const err5 = { instancePath: instancePath + "/args/" + i0, schemaPath: "#/properties/args/items/pattern", keyword: "pattern", params: { pattern: "^[^\\u0000]*$" }, schema: "^[^\\u0000]*$", parentSchema: schema21.properties.args.items, data: data3 };
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
        } else {
          const err6 = { instancePath: instancePath + "/args/" + i0, schemaPath: "#/properties/args/items/type", keyword: "type", params: { type: "string" }, schema: schema21.properties.args.items.type, parentSchema: schema21.properties.args.items, data: data3 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      }
    } else {
      const err7 = { instancePath: instancePath + "/args", schemaPath: "#/properties/args/type", keyword: "type", params: { type: "array" }, schema: schema21.properties.args.type, parentSchema: schema21.properties.args, data: data2 };
      if (vErrors === null) {
        vErrors = [err7];
      } else {
        vErrors.push(err7);
      }
      errors++;
    }
    let data4 = data.env;
    if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
      if (Object.keys(data4).length > 256) {
        const err8 = { instancePath: instancePath + "/env", schemaPath: "#/properties/env/maxProperties", keyword: "maxProperties", params: { limit: 256 }, schema: 256, parentSchema: schema21.properties.env, data: data4 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
      for (const key1 in data4) {
        if (errors >= 100) break;
        const _errs10 = errors;
        if (typeof key1 === "string") {
          if (func2(key1) > 256) {
            const err9 = { instancePath: instancePath + "/env", schemaPath: "#/properties/env/propertyNames/maxLength", keyword: "maxLength", params: { limit: 256 }, schema: 256, parentSchema: schema21.properties.env.propertyNames, data: key1, propertyName: key1 };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
          if (!pattern5.test(key1)) {
            const err10 = { instancePath: instancePath + "/env", schemaPath: "#/properties/env/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, schema: "^[A-Za-z_][A-Za-z0-9_]*$", parentSchema: schema21.properties.env.propertyNames, data: key1, propertyName: key1 };
            if (vErrors === null) {
              vErrors = [err10];
            } else {
              vErrors.push(err10);
            }
            errors++;
          }
        }
        var valid3 = _errs10 === errors;
        if (!valid3) {
          const err11 = { instancePath: instancePath + "/env", schemaPath: "#/properties/env/propertyNames", keyword: "propertyNames", params: { propertyName: key1 }, schema: schema21.properties.env.propertyNames, parentSchema: schema21.properties.env, data: data4 };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
      }
      for (const key2 in data4) {
        if (errors >= 100) break;
        let data5 = data4[key2];
        if (typeof data5 === "string") {
          if (func2(data5) > 65536) {
            const err12 = { instancePath: instancePath + "/env/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/env/additionalProperties/maxLength", keyword: "maxLength", params: { limit: 65536 }, schema: 65536, parentSchema: schema21.properties.env.additionalProperties, data: data5 };
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
          if (!pattern4.test(data5)) {
            const err13 = { instancePath: instancePath + "/env/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/env/additionalProperties/pattern", keyword: "pattern", params: { pattern: "^[^\\u0000]*$" }, schema: "^[^\\u0000]*$", parentSchema: schema21.properties.env.additionalProperties, data: data5 };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
        } else {
          const err14 = { instancePath: instancePath + "/env/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/env/additionalProperties/type", keyword: "type", params: { type: "string" }, schema: schema21.properties.env.additionalProperties.type, parentSchema: schema21.properties.env.additionalProperties, data: data5 };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
      }
    } else {
      const err15 = { instancePath: instancePath + "/env", schemaPath: "#/properties/env/type", keyword: "type", params: { type: "object" }, schema: schema21.properties.env.type, parentSchema: schema21.properties.env, data: data4 };
      if (vErrors === null) {
        vErrors = [err15];
      } else {
        vErrors.push(err15);
      }
      errors++;
    }
    if (data.stdin !== void 0) {
      if (!validate55(data.stdin, { instancePath: instancePath + "/stdin", parentData: data, parentDataProperty: "stdin", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
        errors = vErrors.length;
      }
    }
    let data7 = data.files;
    if (Array.isArray(data7)) {
      if (data7.length > 1024) {
        const err16 = { instancePath: instancePath + "/files", schemaPath: "#/properties/files/maxItems", keyword: "maxItems", params: { limit: 1024 }, schema: 1024, parentSchema: schema21.properties.files, data: data7 };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
      const len1 = data7.length;
      for (let i1 = 0; i1 < len1 && errors < 100; i1++) {
        if (!validate58(data7[i1], { instancePath: instancePath + "/files/" + i1, parentData: data7, parentDataProperty: i1, rootData, dynamicAnchors })) {
          vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
          errors = vErrors.length;
        }
      }
    } else {
      const err17 = { instancePath: instancePath + "/files", schemaPath: "#/properties/files/type", keyword: "type", params: { type: "array" }, schema: schema21.properties.files.type, parentSchema: schema21.properties.files, data: data7 };
      if (vErrors === null) {
        vErrors = [err17];
      } else {
        vErrors.push(err17);
      }
      errors++;
    }
    let data9 = data.outputs;
    if (Array.isArray(data9)) {
      if (data9.length > 16) {
        const err18 = { instancePath: instancePath + "/outputs", schemaPath: "#/properties/outputs/maxItems", keyword: "maxItems", params: { limit: 16 }, schema: 16, parentSchema: schema21.properties.outputs, data: data9 };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
      const len2 = data9.length;
      for (let i2 = 0; i2 < len2 && errors < 100; i2++) {
        if (!validate59(data9[i2], { instancePath: instancePath + "/outputs/" + i2, parentData: data9, parentDataProperty: i2, rootData, dynamicAnchors })) {
          vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
          errors = vErrors.length;
        }
      }
    } else {
      const err19 = { instancePath: instancePath + "/outputs", schemaPath: "#/properties/outputs/type", keyword: "type", params: { type: "array" }, schema: schema21.properties.outputs.type, parentSchema: schema21.properties.outputs, data: data9 };
      if (vErrors === null) {
        vErrors = [err19];
      } else {
        vErrors.push(err19);
      }
      errors++;
    }
    if (!validate64(data.limits, { instancePath: instancePath + "/limits", parentData: data, parentDataProperty: "limits", rootData, dynamicAnchors })) {
      vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
      errors = vErrors.length;
    }
    let data12 = data.clock;
    if (!(data12 === "virtual" || data12 === "real")) {
      const err20 = { instancePath: instancePath + "/clock", schemaPath: "#/properties/clock/enum", keyword: "enum", params: { allowedValues: schema21.properties.clock.enum }, schema: schema21.properties.clock.enum, parentSchema: schema21.properties.clock, data: data12 };
      if (vErrors === null) {
        vErrors = [err20];
      } else {
        vErrors.push(err20);
      }
      errors++;
    }
    let data13 = data.random;
    if (!(data13 === "seeded" || data13 === "real")) {
      const err21 = { instancePath: instancePath + "/random", schemaPath: "#/properties/random/enum", keyword: "enum", params: { allowedValues: schema21.properties.random.enum }, schema: schema21.properties.random.enum, parentSchema: schema21.properties.random, data: data13 };
      if (vErrors === null) {
        vErrors = [err21];
      } else {
        vErrors.push(err21);
      }
      errors++;
    }
  } else {
    const err22 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema21.type, parentSchema: schema21, data };
    if (vErrors === null) {
      vErrors = [err22];
    } else {
      vErrors.push(err22);
    }
    errors++;
  }
  validate54.errors = vErrors;
  return errors === 0;
}
validate54.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate67(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate67.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.runtime === void 0) {
      data.runtime = "any";
    }
    if (data.isolation === void 0) {
      data.isolation = "full";
    }
    if (data.fresh === void 0) {
      data.fresh = false;
    }
    if (data.wallTimeMs === void 0) {
      data.wallTimeMs = 6e4;
    }
    if (data.placement === void 0) {
      data.placement = {};
    }
    if (data.cache === void 0) {
      data.cache = true;
    }
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 === "string") {
        if (func2(data0) > 128) {
          const err0 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/maxLength", keyword: "maxLength", params: { limit: 128 }, schema: 128, parentSchema: schema26.properties.name, data: data0 };
          if (vErrors === null) {
            vErrors = [err0];
          } else {
            vErrors.push(err0);
          }
          errors++;
        }
        if (func2(data0) < 1) {
          const err1 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema26.properties.name, data: data0 };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      } else {
        const err2 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, schema: schema26.properties.name.type, parentSchema: schema26.properties.name, data: data0 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    let data1 = data.runtime;
    if (!(data1 === "any" || data1 === "interpreter" || data1 === "v8")) {
      const err3 = { instancePath: instancePath + "/runtime", schemaPath: "#/properties/runtime/enum", keyword: "enum", params: { allowedValues: schema26.properties.runtime.enum }, schema: schema26.properties.runtime.enum, parentSchema: schema26.properties.runtime, data: data1 };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    let data2 = data.isolation;
    if (!(data2 === "full" || data2 === "reduced")) {
      const err4 = { instancePath: instancePath + "/isolation", schemaPath: "#/properties/isolation/enum", keyword: "enum", params: { allowedValues: schema26.properties.isolation.enum }, schema: schema26.properties.isolation.enum, parentSchema: schema26.properties.isolation, data: data2 };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    let data3 = data.fresh;
    if (typeof data3 !== "boolean") {
      const err5 = { instancePath: instancePath + "/fresh", schemaPath: "#/properties/fresh/type", keyword: "type", params: { type: "boolean" }, schema: schema26.properties.fresh.type, parentSchema: schema26.properties.fresh, data: data3 };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    let data4 = data.wallTimeMs;
    if (!(typeof data4 == "number" && (!(data4 % 1) && !isNaN(data4)) && isFinite(data4))) {
      const err6 = { instancePath: instancePath + "/wallTimeMs", schemaPath: "#/properties/wallTimeMs/type", keyword: "type", params: { type: "integer" }, schema: schema26.properties.wallTimeMs.type, parentSchema: schema26.properties.wallTimeMs, data: data4 };
      if (vErrors === null) {
        vErrors = [err6];
      } else {
        vErrors.push(err6);
      }
      errors++;
    }
    if (typeof data4 == "number" && isFinite(data4)) {
      if (data4 > 864e5 || isNaN(data4)) {
        const err7 = { instancePath: instancePath + "/wallTimeMs", schemaPath: "#/properties/wallTimeMs/maximum", keyword: "maximum", params: { comparison: "<=", limit: 864e5 }, schema: 864e5, parentSchema: schema26.properties.wallTimeMs, data: data4 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
      if (data4 < 1 || isNaN(data4)) {
        const err8 = { instancePath: instancePath + "/wallTimeMs", schemaPath: "#/properties/wallTimeMs/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema26.properties.wallTimeMs, data: data4 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (!validate68(data.placement, { instancePath: instancePath + "/placement", parentData: data, parentDataProperty: "placement", rootData, dynamicAnchors })) {
      vErrors = vErrors === null ? validate68.errors : vErrors.concat(validate68.errors);
      errors = vErrors.length;
    }
    let data6 = data.cache;
    if (typeof data6 !== "boolean") {
      const err9 = { instancePath: instancePath + "/cache", schemaPath: "#/properties/cache/type", keyword: "type", params: { type: "boolean" }, schema: schema26.properties.cache.type, parentSchema: schema26.properties.cache, data: data6 };
      if (vErrors === null) {
        vErrors = [err9];
      } else {
        vErrors.push(err9);
      }
      errors++;
    }
  } else {
    const err10 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema26.type, parentSchema: schema26, data };
    if (vErrors === null) {
      vErrors = [err10];
    } else {
      vErrors.push(err10);
    }
    errors++;
  }
  validate67.errors = vErrors;
  return errors === 0;
}
validate67.evaluated = { "props": { "name": true, "runtime": true, "isolation": true, "fresh": true, "wallTimeMs": true, "placement": true, "cache": true }, "dynamicProps": false, "dynamicItems": false };
function validate53(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate53.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.request === void 0) {
      data.request = {};
    }
    if (data.plasm === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "plasm" }, schema: schema20.required, parentSchema: schema20, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.task === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "task" }, schema: schema20.required, parentSchema: schema20, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.plasm !== void 0) {
      let data0 = data.plasm;
      if (1 !== data0) {
        const err2 = { instancePath: instancePath + "/plasm", schemaPath: "#/properties/plasm/const", keyword: "const", params: { allowedValue: 1 }, schema: 1, parentSchema: schema20.properties.plasm, data: data0 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.task !== void 0) {
      if (!validate54(data.task, { instancePath: instancePath + "/task", parentData: data, parentDataProperty: "task", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
        errors = vErrors.length;
      }
    }
    if (!validate67(data.request, { instancePath: instancePath + "/request", parentData: data, parentDataProperty: "request", rootData, dynamicAnchors })) {
      vErrors = vErrors === null ? validate67.errors : vErrors.concat(validate67.errors);
      errors = vErrors.length;
    }
  } else {
    const err3 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema20.type, parentSchema: schema20, data };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  validate53.errors = vErrors;
  return errors === 0;
}
validate53.evaluated = { "props": { "plasm": true, "task": true, "request": true }, "dynamicProps": false, "dynamicItems": false };
var validateDigest = validate245;
function validate245(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate245.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data === "string") {
    if (!pattern3.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^sha256:[0-9a-f]{64}$" }, schema: "^sha256:[0-9a-f]{64}$", parentSchema: schema22, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, schema: schema22.type, parentSchema: schema22, data };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate245.errors = vErrors;
  return errors === 0;
}
validate245.evaluated = { "dynamicProps": false, "dynamicItems": false };
var validateGuestPath = validate246;
function validate246(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate246.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data === "string") {
    if (func2(data) > 1024) {
      const err0 = { instancePath, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 1024 }, schema: 1024, parentSchema: schema24, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (!pattern7.test(data)) {
      const err1 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^(?:/(?!\\.{1,2}(?:/|$))[^/\\u0000]+)+$" }, schema: "^(?:/(?!\\.{1,2}(?:/|$))[^/\\u0000]+)+$", parentSchema: schema24, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  } else {
    const err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, schema: schema24.type, parentSchema: schema24, data };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  }
  validate246.errors = vErrors;
  return errors === 0;
}
validate246.evaluated = { "dynamicProps": false, "dynamicItems": false };
var validateTask = validate247;
function validate247(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate247.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.semantics === void 0) {
      data.semantics = 1;
    }
    if (data.args === void 0) {
      data.args = [];
    }
    if (data.env === void 0) {
      data.env = {};
    }
    if (data.files === void 0) {
      data.files = [];
    }
    if (data.outputs === void 0) {
      data.outputs = [];
    }
    if (data.limits === void 0) {
      data.limits = {};
    }
    if (data.clock === void 0) {
      data.clock = "virtual";
    }
    if (data.random === void 0) {
      data.random = "seeded";
    }
    if (data.module === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "module" }, schema: schema21.required, parentSchema: schema21, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (errors >= 100) break;
      if (!func1.call(schema21.properties, key0)) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema21, data };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    let data0 = data.semantics;
    if (1 !== data0) {
      const err2 = { instancePath: instancePath + "/semantics", schemaPath: "#/properties/semantics/const", keyword: "const", params: { allowedValue: 1 }, schema: 1, parentSchema: schema21.properties.semantics, data: data0 };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.module !== void 0) {
      if (!validate55(data.module, { instancePath: instancePath + "/module", parentData: data, parentDataProperty: "module", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
        errors = vErrors.length;
      }
    }
    let data2 = data.args;
    if (Array.isArray(data2)) {
      if (data2.length > 1024) {
        const err3 = { instancePath: instancePath + "/args", schemaPath: "#/properties/args/maxItems", keyword: "maxItems", params: { limit: 1024 }, schema: 1024, parentSchema: schema21.properties.args, data: data2 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      const len0 = data2.length;
      for (let i0 = 0; i0 < len0 && errors < 100; i0++) {
        let data3 = data2[i0];
        if (typeof data3 === "string") {
          if (func2(data3) > 65536) {
            const err4 = { instancePath: instancePath + "/args/" + i0, schemaPath: "#/properties/args/items/maxLength", keyword: "maxLength", params: { limit: 65536 }, schema: 65536, parentSchema: schema21.properties.args.items, data: data3 };
            if (vErrors === null) {
              vErrors = [err4];
            } else {
              vErrors.push(err4);
            }
            errors++;
          }
          if (!pattern4.test(data3)) {
            const err5 = { instancePath: instancePath + "/args/" + i0, schemaPath: "#/properties/args/items/pattern", keyword: "pattern", params: { pattern: "^[^\\u0000]*$" }, schema: "^[^\\u0000]*$", parentSchema: schema21.properties.args.items, data: data3 };
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
        } else {
          const err6 = { instancePath: instancePath + "/args/" + i0, schemaPath: "#/properties/args/items/type", keyword: "type", params: { type: "string" }, schema: schema21.properties.args.items.type, parentSchema: schema21.properties.args.items, data: data3 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      }
    } else {
      const err7 = { instancePath: instancePath + "/args", schemaPath: "#/properties/args/type", keyword: "type", params: { type: "array" }, schema: schema21.properties.args.type, parentSchema: schema21.properties.args, data: data2 };
      if (vErrors === null) {
        vErrors = [err7];
      } else {
        vErrors.push(err7);
      }
      errors++;
    }
    let data4 = data.env;
    if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
      if (Object.keys(data4).length > 256) {
        const err8 = { instancePath: instancePath + "/env", schemaPath: "#/properties/env/maxProperties", keyword: "maxProperties", params: { limit: 256 }, schema: 256, parentSchema: schema21.properties.env, data: data4 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
      for (const key1 in data4) {
        if (errors >= 100) break;
        const _errs10 = errors;
        if (typeof key1 === "string") {
          if (func2(key1) > 256) {
            const err9 = { instancePath: instancePath + "/env", schemaPath: "#/properties/env/propertyNames/maxLength", keyword: "maxLength", params: { limit: 256 }, schema: 256, parentSchema: schema21.properties.env.propertyNames, data: key1, propertyName: key1 };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
          if (!pattern5.test(key1)) {
            const err10 = { instancePath: instancePath + "/env", schemaPath: "#/properties/env/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, schema: "^[A-Za-z_][A-Za-z0-9_]*$", parentSchema: schema21.properties.env.propertyNames, data: key1, propertyName: key1 };
            if (vErrors === null) {
              vErrors = [err10];
            } else {
              vErrors.push(err10);
            }
            errors++;
          }
        }
        var valid3 = _errs10 === errors;
        if (!valid3) {
          const err11 = { instancePath: instancePath + "/env", schemaPath: "#/properties/env/propertyNames", keyword: "propertyNames", params: { propertyName: key1 }, schema: schema21.properties.env.propertyNames, parentSchema: schema21.properties.env, data: data4 };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
      }
      for (const key2 in data4) {
        if (errors >= 100) break;
        let data5 = data4[key2];
        if (typeof data5 === "string") {
          if (func2(data5) > 65536) {
            const err12 = { instancePath: instancePath + "/env/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/env/additionalProperties/maxLength", keyword: "maxLength", params: { limit: 65536 }, schema: 65536, parentSchema: schema21.properties.env.additionalProperties, data: data5 };
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
          if (!pattern4.test(data5)) {
            const err13 = { instancePath: instancePath + "/env/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/env/additionalProperties/pattern", keyword: "pattern", params: { pattern: "^[^\\u0000]*$" }, schema: "^[^\\u0000]*$", parentSchema: schema21.properties.env.additionalProperties, data: data5 };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
        } else {
          const err14 = { instancePath: instancePath + "/env/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/env/additionalProperties/type", keyword: "type", params: { type: "string" }, schema: schema21.properties.env.additionalProperties.type, parentSchema: schema21.properties.env.additionalProperties, data: data5 };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
      }
    } else {
      const err15 = { instancePath: instancePath + "/env", schemaPath: "#/properties/env/type", keyword: "type", params: { type: "object" }, schema: schema21.properties.env.type, parentSchema: schema21.properties.env, data: data4 };
      if (vErrors === null) {
        vErrors = [err15];
      } else {
        vErrors.push(err15);
      }
      errors++;
    }
    if (data.stdin !== void 0) {
      if (!validate55(data.stdin, { instancePath: instancePath + "/stdin", parentData: data, parentDataProperty: "stdin", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
        errors = vErrors.length;
      }
    }
    let data7 = data.files;
    if (Array.isArray(data7)) {
      if (data7.length > 1024) {
        const err16 = { instancePath: instancePath + "/files", schemaPath: "#/properties/files/maxItems", keyword: "maxItems", params: { limit: 1024 }, schema: 1024, parentSchema: schema21.properties.files, data: data7 };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
      const len1 = data7.length;
      for (let i1 = 0; i1 < len1 && errors < 100; i1++) {
        if (!validate58(data7[i1], { instancePath: instancePath + "/files/" + i1, parentData: data7, parentDataProperty: i1, rootData, dynamicAnchors })) {
          vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
          errors = vErrors.length;
        }
      }
    } else {
      const err17 = { instancePath: instancePath + "/files", schemaPath: "#/properties/files/type", keyword: "type", params: { type: "array" }, schema: schema21.properties.files.type, parentSchema: schema21.properties.files, data: data7 };
      if (vErrors === null) {
        vErrors = [err17];
      } else {
        vErrors.push(err17);
      }
      errors++;
    }
    let data9 = data.outputs;
    if (Array.isArray(data9)) {
      if (data9.length > 16) {
        const err18 = { instancePath: instancePath + "/outputs", schemaPath: "#/properties/outputs/maxItems", keyword: "maxItems", params: { limit: 16 }, schema: 16, parentSchema: schema21.properties.outputs, data: data9 };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
      const len2 = data9.length;
      for (let i2 = 0; i2 < len2 && errors < 100; i2++) {
        if (!validate59(data9[i2], { instancePath: instancePath + "/outputs/" + i2, parentData: data9, parentDataProperty: i2, rootData, dynamicAnchors })) {
          vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
          errors = vErrors.length;
        }
      }
    } else {
      const err19 = { instancePath: instancePath + "/outputs", schemaPath: "#/properties/outputs/type", keyword: "type", params: { type: "array" }, schema: schema21.properties.outputs.type, parentSchema: schema21.properties.outputs, data: data9 };
      if (vErrors === null) {
        vErrors = [err19];
      } else {
        vErrors.push(err19);
      }
      errors++;
    }
    if (!validate64(data.limits, { instancePath: instancePath + "/limits", parentData: data, parentDataProperty: "limits", rootData, dynamicAnchors })) {
      vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
      errors = vErrors.length;
    }
    let data12 = data.clock;
    if (!(data12 === "virtual" || data12 === "real")) {
      const err20 = { instancePath: instancePath + "/clock", schemaPath: "#/properties/clock/enum", keyword: "enum", params: { allowedValues: schema21.properties.clock.enum }, schema: schema21.properties.clock.enum, parentSchema: schema21.properties.clock, data: data12 };
      if (vErrors === null) {
        vErrors = [err20];
      } else {
        vErrors.push(err20);
      }
      errors++;
    }
    let data13 = data.random;
    if (!(data13 === "seeded" || data13 === "real")) {
      const err21 = { instancePath: instancePath + "/random", schemaPath: "#/properties/random/enum", keyword: "enum", params: { allowedValues: schema21.properties.random.enum }, schema: schema21.properties.random.enum, parentSchema: schema21.properties.random, data: data13 };
      if (vErrors === null) {
        vErrors = [err21];
      } else {
        vErrors.push(err21);
      }
      errors++;
    }
  } else {
    const err22 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema21.type, parentSchema: schema21, data };
    if (vErrors === null) {
      vErrors = [err22];
    } else {
      vErrors.push(err22);
    }
    errors++;
  }
  validate247.errors = vErrors;
  return errors === 0;
}
validate247.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validateInputFile = validate253;
function validate253(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate253.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.path === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "path" }, schema: schema23.required, parentSchema: schema23, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.digest === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "digest" }, schema: schema23.required, parentSchema: schema23, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 in data) {
      if (errors >= 100) break;
      if (!(key0 === "path" || key0 === "digest")) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema23, data };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.path !== void 0) {
      if (!validate59(data.path, { instancePath: instancePath + "/path", parentData: data, parentDataProperty: "path", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
        errors = vErrors.length;
      }
    }
    if (data.digest !== void 0) {
      if (!validate55(data.digest, { instancePath: instancePath + "/digest", parentData: data, parentDataProperty: "digest", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err3 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema23.type, parentSchema: schema23, data };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  validate253.errors = vErrors;
  return errors === 0;
}
validate253.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validateLimits = validate256;
function validate256(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate256.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.fuel === void 0) {
      data.fuel = 1e10;
    }
    if (data.memoryBytes === void 0) {
      data.memoryBytes = 67108864;
    }
    if (data.outputBytes === void 0) {
      data.outputBytes = 1048576;
    }
    for (const key0 in data) {
      if (errors >= 100) break;
      if (!(key0 === "fuel" || key0 === "memoryBytes" || key0 === "outputBytes")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema25, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    let data0 = data.fuel;
    if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)) && isFinite(data0))) {
      const err1 = { instancePath: instancePath + "/fuel", schemaPath: "#/properties/fuel/type", keyword: "type", params: { type: "integer" }, schema: schema25.properties.fuel.type, parentSchema: schema25.properties.fuel, data: data0 };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (typeof data0 == "number" && isFinite(data0)) {
      if (data0 > 9007199254740991 || isNaN(data0)) {
        const err2 = { instancePath: instancePath + "/fuel", schemaPath: "#/properties/fuel/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, schema: 9007199254740991, parentSchema: schema25.properties.fuel, data: data0 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      if (data0 < 1 || isNaN(data0)) {
        const err3 = { instancePath: instancePath + "/fuel", schemaPath: "#/properties/fuel/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema25.properties.fuel, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    let data1 = data.memoryBytes;
    if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
      const err4 = { instancePath: instancePath + "/memoryBytes", schemaPath: "#/properties/memoryBytes/type", keyword: "type", params: { type: "integer" }, schema: schema25.properties.memoryBytes.type, parentSchema: schema25.properties.memoryBytes, data: data1 };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (typeof data1 == "number" && isFinite(data1)) {
      if (data1 > 2147483648 || isNaN(data1)) {
        const err5 = { instancePath: instancePath + "/memoryBytes", schemaPath: "#/properties/memoryBytes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 2147483648 }, schema: 2147483648, parentSchema: schema25.properties.memoryBytes, data: data1 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
      if (data1 < 65536 || isNaN(data1)) {
        const err6 = { instancePath: instancePath + "/memoryBytes", schemaPath: "#/properties/memoryBytes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 65536 }, schema: 65536, parentSchema: schema25.properties.memoryBytes, data: data1 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    let data2 = data.outputBytes;
    if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2))) {
      const err7 = { instancePath: instancePath + "/outputBytes", schemaPath: "#/properties/outputBytes/type", keyword: "type", params: { type: "integer" }, schema: schema25.properties.outputBytes.type, parentSchema: schema25.properties.outputBytes, data: data2 };
      if (vErrors === null) {
        vErrors = [err7];
      } else {
        vErrors.push(err7);
      }
      errors++;
    }
    if (typeof data2 == "number" && isFinite(data2)) {
      if (data2 > 1073741824 || isNaN(data2)) {
        const err8 = { instancePath: instancePath + "/outputBytes", schemaPath: "#/properties/outputBytes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1073741824 }, schema: 1073741824, parentSchema: schema25.properties.outputBytes, data: data2 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
      if (data2 < 0 || isNaN(data2)) {
        const err9 = { instancePath: instancePath + "/outputBytes", schemaPath: "#/properties/outputBytes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema25.properties.outputBytes, data: data2 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
  } else {
    const err10 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema25.type, parentSchema: schema25, data };
    if (vErrors === null) {
      vErrors = [err10];
    } else {
      vErrors.push(err10);
    }
    errors++;
  }
  validate256.errors = vErrors;
  return errors === 0;
}
validate256.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validateRequest = validate257;
function validate257(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate257.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.runtime === void 0) {
      data.runtime = "any";
    }
    if (data.isolation === void 0) {
      data.isolation = "full";
    }
    if (data.fresh === void 0) {
      data.fresh = false;
    }
    if (data.wallTimeMs === void 0) {
      data.wallTimeMs = 6e4;
    }
    if (data.placement === void 0) {
      data.placement = {};
    }
    if (data.cache === void 0) {
      data.cache = true;
    }
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 === "string") {
        if (func2(data0) > 128) {
          const err0 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/maxLength", keyword: "maxLength", params: { limit: 128 }, schema: 128, parentSchema: schema26.properties.name, data: data0 };
          if (vErrors === null) {
            vErrors = [err0];
          } else {
            vErrors.push(err0);
          }
          errors++;
        }
        if (func2(data0) < 1) {
          const err1 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema26.properties.name, data: data0 };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      } else {
        const err2 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, schema: schema26.properties.name.type, parentSchema: schema26.properties.name, data: data0 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    let data1 = data.runtime;
    if (!(data1 === "any" || data1 === "interpreter" || data1 === "v8")) {
      const err3 = { instancePath: instancePath + "/runtime", schemaPath: "#/properties/runtime/enum", keyword: "enum", params: { allowedValues: schema26.properties.runtime.enum }, schema: schema26.properties.runtime.enum, parentSchema: schema26.properties.runtime, data: data1 };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    let data2 = data.isolation;
    if (!(data2 === "full" || data2 === "reduced")) {
      const err4 = { instancePath: instancePath + "/isolation", schemaPath: "#/properties/isolation/enum", keyword: "enum", params: { allowedValues: schema26.properties.isolation.enum }, schema: schema26.properties.isolation.enum, parentSchema: schema26.properties.isolation, data: data2 };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    let data3 = data.fresh;
    if (typeof data3 !== "boolean") {
      const err5 = { instancePath: instancePath + "/fresh", schemaPath: "#/properties/fresh/type", keyword: "type", params: { type: "boolean" }, schema: schema26.properties.fresh.type, parentSchema: schema26.properties.fresh, data: data3 };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    let data4 = data.wallTimeMs;
    if (!(typeof data4 == "number" && (!(data4 % 1) && !isNaN(data4)) && isFinite(data4))) {
      const err6 = { instancePath: instancePath + "/wallTimeMs", schemaPath: "#/properties/wallTimeMs/type", keyword: "type", params: { type: "integer" }, schema: schema26.properties.wallTimeMs.type, parentSchema: schema26.properties.wallTimeMs, data: data4 };
      if (vErrors === null) {
        vErrors = [err6];
      } else {
        vErrors.push(err6);
      }
      errors++;
    }
    if (typeof data4 == "number" && isFinite(data4)) {
      if (data4 > 864e5 || isNaN(data4)) {
        const err7 = { instancePath: instancePath + "/wallTimeMs", schemaPath: "#/properties/wallTimeMs/maximum", keyword: "maximum", params: { comparison: "<=", limit: 864e5 }, schema: 864e5, parentSchema: schema26.properties.wallTimeMs, data: data4 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
      if (data4 < 1 || isNaN(data4)) {
        const err8 = { instancePath: instancePath + "/wallTimeMs", schemaPath: "#/properties/wallTimeMs/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema26.properties.wallTimeMs, data: data4 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (!validate68(data.placement, { instancePath: instancePath + "/placement", parentData: data, parentDataProperty: "placement", rootData, dynamicAnchors })) {
      vErrors = vErrors === null ? validate68.errors : vErrors.concat(validate68.errors);
      errors = vErrors.length;
    }
    let data6 = data.cache;
    if (typeof data6 !== "boolean") {
      const err9 = { instancePath: instancePath + "/cache", schemaPath: "#/properties/cache/type", keyword: "type", params: { type: "boolean" }, schema: schema26.properties.cache.type, parentSchema: schema26.properties.cache, data: data6 };
      if (vErrors === null) {
        vErrors = [err9];
      } else {
        vErrors.push(err9);
      }
      errors++;
    }
  } else {
    const err10 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema26.type, parentSchema: schema26, data };
    if (vErrors === null) {
      vErrors = [err10];
    } else {
      vErrors.push(err10);
    }
    errors++;
  }
  validate257.errors = vErrors;
  return errors === 0;
}
validate257.evaluated = { "props": { "name": true, "runtime": true, "isolation": true, "fresh": true, "wallTimeMs": true, "placement": true, "cache": true }, "dynamicProps": false, "dynamicItems": false };
var validatePlacement = validate259;
function validate259(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate259.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.where === void 0) {
      data.where = "any";
    }
    if (data.replicas === void 0) {
      data.replicas = 1;
    }
    let data0 = data.where;
    if (!(data0 === "any" || data0 === "local" || data0 === "network")) {
      const err0 = { instancePath: instancePath + "/where", schemaPath: "#/properties/where/enum", keyword: "enum", params: { allowedValues: schema27.properties.where.enum }, schema: schema27.properties.where.enum, parentSchema: schema27.properties.where, data: data0 };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    let data1 = data.replicas;
    if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
      const err1 = { instancePath: instancePath + "/replicas", schemaPath: "#/properties/replicas/type", keyword: "type", params: { type: "integer" }, schema: schema27.properties.replicas.type, parentSchema: schema27.properties.replicas, data: data1 };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (typeof data1 == "number" && isFinite(data1)) {
      if (data1 > 16 || isNaN(data1)) {
        const err2 = { instancePath: instancePath + "/replicas", schemaPath: "#/properties/replicas/maximum", keyword: "maximum", params: { comparison: "<=", limit: 16 }, schema: 16, parentSchema: schema27.properties.replicas, data: data1 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      if (data1 < 1 || isNaN(data1)) {
        const err3 = { instancePath: instancePath + "/replicas", schemaPath: "#/properties/replicas/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema27.properties.replicas, data: data1 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.quorum !== void 0) {
      let data2 = data.quorum;
      if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2))) {
        const err4 = { instancePath: instancePath + "/quorum", schemaPath: "#/properties/quorum/type", keyword: "type", params: { type: "integer" }, schema: schema27.properties.quorum.type, parentSchema: schema27.properties.quorum, data: data2 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      if (typeof data2 == "number" && isFinite(data2)) {
        if (data2 > 16 || isNaN(data2)) {
          const err5 = { instancePath: instancePath + "/quorum", schemaPath: "#/properties/quorum/maximum", keyword: "maximum", params: { comparison: "<=", limit: 16 }, schema: 16, parentSchema: schema27.properties.quorum, data: data2 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        if (data2 < 1 || isNaN(data2)) {
          const err6 = { instancePath: instancePath + "/quorum", schemaPath: "#/properties/quorum/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema27.properties.quorum, data: data2 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      }
    }
  } else {
    const err7 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema27.type, parentSchema: schema27, data };
    if (vErrors === null) {
      vErrors = [err7];
    } else {
      vErrors.push(err7);
    }
    errors++;
  }
  validate259.errors = vErrors;
  return errors === 0;
}
validate259.evaluated = { "props": { "where": true, "replicas": true, "quorum": true }, "dynamicProps": false, "dynamicItems": false };
var validateOrder = validate73;
var schema29 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "order.schema.json", "title": "Order", "type": "object", "required": ["plasm", "submitter", "node", "task", "job", "attempt", "nonce", "runtime", "isolation", "fresh", "wallTimeMs", "expiresAt"], "properties": { "plasm": { "const": 1 }, "submitter": { "$ref": "#/$defs/PeerId" }, "node": { "$ref": "#/$defs/PeerId" }, "task": { "$ref": "manifest.schema.json#/$defs/Digest" }, "job": { "$ref": "#/$defs/JobId" }, "attempt": { "type": "integer", "minimum": 1, "maximum": 1e6 }, "nonce": { "type": "string", "pattern": "^[0-9a-f]{32}$" }, "runtime": { "enum": ["any", "interpreter", "v8"] }, "isolation": { "enum": ["full", "reduced"] }, "fresh": { "type": "boolean" }, "wallTimeMs": { "type": "integer", "minimum": 1, "maximum": 864e5 }, "expiresAt": { "$ref": "#/$defs/Time" } }, "$defs": { "PeerId": { "title": "PeerId", "type": "string", "pattern": "^12D3Koo[1-9A-HJ-NP-Za-km-z]{45}$" }, "JobId": { "title": "JobId", "type": "string", "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$" }, "Time": { "title": "Time", "type": "integer", "minimum": 0, "maximum": 9007199254740991 } } };
function validate74(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate74.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data === "string") {
    if (!pattern9.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^12D3Koo[1-9A-HJ-NP-Za-km-z]{45}$" }, schema: "^12D3Koo[1-9A-HJ-NP-Za-km-z]{45}$", parentSchema: schema30, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, schema: schema30.type, parentSchema: schema30, data };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate74.errors = vErrors;
  return errors === 0;
}
validate74.evaluated = { "dynamicProps": false, "dynamicItems": false };
function validate77(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate77.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data === "string") {
    if (!pattern3.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^sha256:[0-9a-f]{64}$" }, schema: "^sha256:[0-9a-f]{64}$", parentSchema: schema22, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, schema: schema22.type, parentSchema: schema22, data };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate77.errors = vErrors;
  return errors === 0;
}
validate77.evaluated = { "dynamicProps": false, "dynamicItems": false };
function validate79(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate79.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data === "string") {
    if (!pattern11.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$" }, schema: "^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", parentSchema: schema32, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, schema: schema32.type, parentSchema: schema32, data };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate79.errors = vErrors;
  return errors === 0;
}
validate79.evaluated = { "dynamicProps": false, "dynamicItems": false };
function validate81(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate81.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (!(typeof data == "number" && (!(data % 1) && !isNaN(data)) && isFinite(data))) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "integer" }, schema: schema33.type, parentSchema: schema33, data };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (typeof data == "number" && isFinite(data)) {
    if (data > 9007199254740991 || isNaN(data)) {
      const err1 = { instancePath, schemaPath: "#/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, schema: 9007199254740991, parentSchema: schema33, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data < 0 || isNaN(data)) {
      const err2 = { instancePath, schemaPath: "#/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema33, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
  }
  validate81.errors = vErrors;
  return errors === 0;
}
validate81.evaluated = { "dynamicProps": false, "dynamicItems": false };
function validate73(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate73.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.plasm === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "plasm" }, schema: schema29.required, parentSchema: schema29, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.submitter === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "submitter" }, schema: schema29.required, parentSchema: schema29, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.node === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "node" }, schema: schema29.required, parentSchema: schema29, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.task === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "task" }, schema: schema29.required, parentSchema: schema29, data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.job === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "job" }, schema: schema29.required, parentSchema: schema29, data };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.attempt === void 0) {
      const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "attempt" }, schema: schema29.required, parentSchema: schema29, data };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    if (data.nonce === void 0) {
      const err6 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "nonce" }, schema: schema29.required, parentSchema: schema29, data };
      if (vErrors === null) {
        vErrors = [err6];
      } else {
        vErrors.push(err6);
      }
      errors++;
    }
    if (data.runtime === void 0) {
      const err7 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "runtime" }, schema: schema29.required, parentSchema: schema29, data };
      if (vErrors === null) {
        vErrors = [err7];
      } else {
        vErrors.push(err7);
      }
      errors++;
    }
    if (data.isolation === void 0) {
      const err8 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "isolation" }, schema: schema29.required, parentSchema: schema29, data };
      if (vErrors === null) {
        vErrors = [err8];
      } else {
        vErrors.push(err8);
      }
      errors++;
    }
    if (data.fresh === void 0) {
      const err9 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "fresh" }, schema: schema29.required, parentSchema: schema29, data };
      if (vErrors === null) {
        vErrors = [err9];
      } else {
        vErrors.push(err9);
      }
      errors++;
    }
    if (data.wallTimeMs === void 0) {
      const err10 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "wallTimeMs" }, schema: schema29.required, parentSchema: schema29, data };
      if (vErrors === null) {
        vErrors = [err10];
      } else {
        vErrors.push(err10);
      }
      errors++;
    }
    if (data.expiresAt === void 0) {
      const err11 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "expiresAt" }, schema: schema29.required, parentSchema: schema29, data };
      if (vErrors === null) {
        vErrors = [err11];
      } else {
        vErrors.push(err11);
      }
      errors++;
    }
    if (data.plasm !== void 0) {
      let data0 = data.plasm;
      if (1 !== data0) {
        const err12 = { instancePath: instancePath + "/plasm", schemaPath: "#/properties/plasm/const", keyword: "const", params: { allowedValue: 1 }, schema: 1, parentSchema: schema29.properties.plasm, data: data0 };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.submitter !== void 0) {
      if (!validate74(data.submitter, { instancePath: instancePath + "/submitter", parentData: data, parentDataProperty: "submitter", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate74.errors : vErrors.concat(validate74.errors);
        errors = vErrors.length;
      }
    }
    if (data.node !== void 0) {
      if (!validate74(data.node, { instancePath: instancePath + "/node", parentData: data, parentDataProperty: "node", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate74.errors : vErrors.concat(validate74.errors);
        errors = vErrors.length;
      }
    }
    if (data.task !== void 0) {
      if (!validate77(data.task, { instancePath: instancePath + "/task", parentData: data, parentDataProperty: "task", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate77.errors : vErrors.concat(validate77.errors);
        errors = vErrors.length;
      }
    }
    if (data.job !== void 0) {
      if (!validate79(data.job, { instancePath: instancePath + "/job", parentData: data, parentDataProperty: "job", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate79.errors : vErrors.concat(validate79.errors);
        errors = vErrors.length;
      }
    }
    if (data.attempt !== void 0) {
      let data5 = data.attempt;
      if (!(typeof data5 == "number" && (!(data5 % 1) && !isNaN(data5)) && isFinite(data5))) {
        const err13 = { instancePath: instancePath + "/attempt", schemaPath: "#/properties/attempt/type", keyword: "type", params: { type: "integer" }, schema: schema29.properties.attempt.type, parentSchema: schema29.properties.attempt, data: data5 };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
      if (typeof data5 == "number" && isFinite(data5)) {
        if (data5 > 1e6 || isNaN(data5)) {
          const err14 = { instancePath: instancePath + "/attempt", schemaPath: "#/properties/attempt/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e6 }, schema: 1e6, parentSchema: schema29.properties.attempt, data: data5 };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
        if (data5 < 1 || isNaN(data5)) {
          const err15 = { instancePath: instancePath + "/attempt", schemaPath: "#/properties/attempt/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema29.properties.attempt, data: data5 };
          if (vErrors === null) {
            vErrors = [err15];
          } else {
            vErrors.push(err15);
          }
          errors++;
        }
      }
    }
    if (data.nonce !== void 0) {
      let data6 = data.nonce;
      if (typeof data6 === "string") {
        if (!pattern12.test(data6)) {
          const err16 = { instancePath: instancePath + "/nonce", schemaPath: "#/properties/nonce/pattern", keyword: "pattern", params: { pattern: "^[0-9a-f]{32}$" }, schema: "^[0-9a-f]{32}$", parentSchema: schema29.properties.nonce, data: data6 };
          if (vErrors === null) {
            vErrors = [err16];
          } else {
            vErrors.push(err16);
          }
          errors++;
        }
      } else {
        const err17 = { instancePath: instancePath + "/nonce", schemaPath: "#/properties/nonce/type", keyword: "type", params: { type: "string" }, schema: schema29.properties.nonce.type, parentSchema: schema29.properties.nonce, data: data6 };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
    if (data.runtime !== void 0) {
      let data7 = data.runtime;
      if (!(data7 === "any" || data7 === "interpreter" || data7 === "v8")) {
        const err18 = { instancePath: instancePath + "/runtime", schemaPath: "#/properties/runtime/enum", keyword: "enum", params: { allowedValues: schema29.properties.runtime.enum }, schema: schema29.properties.runtime.enum, parentSchema: schema29.properties.runtime, data: data7 };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
    }
    if (data.isolation !== void 0) {
      let data8 = data.isolation;
      if (!(data8 === "full" || data8 === "reduced")) {
        const err19 = { instancePath: instancePath + "/isolation", schemaPath: "#/properties/isolation/enum", keyword: "enum", params: { allowedValues: schema29.properties.isolation.enum }, schema: schema29.properties.isolation.enum, parentSchema: schema29.properties.isolation, data: data8 };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
    }
    if (data.fresh !== void 0) {
      let data9 = data.fresh;
      if (typeof data9 !== "boolean") {
        const err20 = { instancePath: instancePath + "/fresh", schemaPath: "#/properties/fresh/type", keyword: "type", params: { type: "boolean" }, schema: schema29.properties.fresh.type, parentSchema: schema29.properties.fresh, data: data9 };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
    }
    if (data.wallTimeMs !== void 0) {
      let data10 = data.wallTimeMs;
      if (!(typeof data10 == "number" && (!(data10 % 1) && !isNaN(data10)) && isFinite(data10))) {
        const err21 = { instancePath: instancePath + "/wallTimeMs", schemaPath: "#/properties/wallTimeMs/type", keyword: "type", params: { type: "integer" }, schema: schema29.properties.wallTimeMs.type, parentSchema: schema29.properties.wallTimeMs, data: data10 };
        if (vErrors === null) {
          vErrors = [err21];
        } else {
          vErrors.push(err21);
        }
        errors++;
      }
      if (typeof data10 == "number" && isFinite(data10)) {
        if (data10 > 864e5 || isNaN(data10)) {
          const err22 = { instancePath: instancePath + "/wallTimeMs", schemaPath: "#/properties/wallTimeMs/maximum", keyword: "maximum", params: { comparison: "<=", limit: 864e5 }, schema: 864e5, parentSchema: schema29.properties.wallTimeMs, data: data10 };
          if (vErrors === null) {
            vErrors = [err22];
          } else {
            vErrors.push(err22);
          }
          errors++;
        }
        if (data10 < 1 || isNaN(data10)) {
          const err23 = { instancePath: instancePath + "/wallTimeMs", schemaPath: "#/properties/wallTimeMs/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema29.properties.wallTimeMs, data: data10 };
          if (vErrors === null) {
            vErrors = [err23];
          } else {
            vErrors.push(err23);
          }
          errors++;
        }
      }
    }
    if (data.expiresAt !== void 0) {
      if (!validate81(data.expiresAt, { instancePath: instancePath + "/expiresAt", parentData: data, parentDataProperty: "expiresAt", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate81.errors : vErrors.concat(validate81.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err24 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema29.type, parentSchema: schema29, data };
    if (vErrors === null) {
      vErrors = [err24];
    } else {
      vErrors.push(err24);
    }
    errors++;
  }
  validate73.errors = vErrors;
  return errors === 0;
}
validate73.evaluated = { "props": { "plasm": true, "submitter": true, "node": true, "task": true, "job": true, "attempt": true, "nonce": true, "runtime": true, "isolation": true, "fresh": true, "wallTimeMs": true, "expiresAt": true }, "dynamicProps": false, "dynamicItems": false };
var validatePeerId = validate260;
function validate260(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate260.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data === "string") {
    if (!pattern9.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^12D3Koo[1-9A-HJ-NP-Za-km-z]{45}$" }, schema: "^12D3Koo[1-9A-HJ-NP-Za-km-z]{45}$", parentSchema: schema30, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, schema: schema30.type, parentSchema: schema30, data };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate260.errors = vErrors;
  return errors === 0;
}
validate260.evaluated = { "dynamicProps": false, "dynamicItems": false };
var validateJobId = validate261;
function validate261(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate261.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data === "string") {
    if (!pattern11.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$" }, schema: "^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", parentSchema: schema32, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, schema: schema32.type, parentSchema: schema32, data };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate261.errors = vErrors;
  return errors === 0;
}
validate261.evaluated = { "dynamicProps": false, "dynamicItems": false };
var validateTime = validate262;
function validate262(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate262.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (!(typeof data == "number" && (!(data % 1) && !isNaN(data)) && isFinite(data))) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "integer" }, schema: schema33.type, parentSchema: schema33, data };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (typeof data == "number" && isFinite(data)) {
    if (data > 9007199254740991 || isNaN(data)) {
      const err1 = { instancePath, schemaPath: "#/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, schema: 9007199254740991, parentSchema: schema33, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data < 0 || isNaN(data)) {
      const err2 = { instancePath, schemaPath: "#/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema33, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
  }
  validate262.errors = vErrors;
  return errors === 0;
}
validate262.evaluated = { "dynamicProps": false, "dynamicItems": false };
var validateReceipt = validate102;
var validateSubject = validate263;
function validate263(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate263.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, schema: schema45.required, parentSchema: schema45, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.digest === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "digest" }, schema: schema45.required, parentSchema: schema45, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 === "string") {
        if (func2(data0) > 1024) {
          const err2 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/maxLength", keyword: "maxLength", params: { limit: 1024 }, schema: 1024, parentSchema: schema45.properties.name, data: data0 };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        if (func2(data0) < 1) {
          const err3 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema45.properties.name, data: data0 };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      } else {
        const err4 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, schema: schema45.properties.name.type, parentSchema: schema45.properties.name, data: data0 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.digest !== void 0) {
      let data1 = data.digest;
      if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
        if (data1.sha256 === void 0) {
          const err5 = { instancePath: instancePath + "/digest", schemaPath: "#/properties/digest/required", keyword: "required", params: { missingProperty: "sha256" }, schema: schema45.properties.digest.required, parentSchema: schema45.properties.digest, data: data1 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        if (data1.sha256 !== void 0) {
          let data2 = data1.sha256;
          if (typeof data2 === "string") {
            if (!pattern16.test(data2)) {
              const err6 = { instancePath: instancePath + "/digest/sha256", schemaPath: "#/properties/digest/properties/sha256/pattern", keyword: "pattern", params: { pattern: "^[0-9a-f]{64}$" }, schema: "^[0-9a-f]{64}$", parentSchema: schema45.properties.digest.properties.sha256, data: data2 };
              if (vErrors === null) {
                vErrors = [err6];
              } else {
                vErrors.push(err6);
              }
              errors++;
            }
          } else {
            const err7 = { instancePath: instancePath + "/digest/sha256", schemaPath: "#/properties/digest/properties/sha256/type", keyword: "type", params: { type: "string" }, schema: schema45.properties.digest.properties.sha256.type, parentSchema: schema45.properties.digest.properties.sha256, data: data2 };
            if (vErrors === null) {
              vErrors = [err7];
            } else {
              vErrors.push(err7);
            }
            errors++;
          }
        }
      } else {
        const err8 = { instancePath: instancePath + "/digest", schemaPath: "#/properties/digest/type", keyword: "type", params: { type: "object" }, schema: schema45.properties.digest.type, parentSchema: schema45.properties.digest, data: data1 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
  } else {
    const err9 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema45.type, parentSchema: schema45, data };
    if (vErrors === null) {
      vErrors = [err9];
    } else {
      vErrors.push(err9);
    }
    errors++;
  }
  validate263.errors = vErrors;
  return errors === 0;
}
validate263.evaluated = { "props": { "name": true, "digest": true }, "dynamicProps": false, "dynamicItems": false };
var validatePredicate = validate264;
function validate264(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate264.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.task === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "task" }, schema: schema46.required, parentSchema: schema46, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.result === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "result" }, schema: schema46.required, parentSchema: schema46, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.execution === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "execution" }, schema: schema46.required, parentSchema: schema46, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.log === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "log" }, schema: schema46.required, parentSchema: schema46, data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.task !== void 0) {
      if (!validate106(data.task, { instancePath: instancePath + "/task", parentData: data, parentDataProperty: "task", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate106.errors : vErrors.concat(validate106.errors);
        errors = vErrors.length;
      }
    }
    if (data.result !== void 0) {
      if (!validate116(data.result, { instancePath: instancePath + "/result", parentData: data, parentDataProperty: "result", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate116.errors : vErrors.concat(validate116.errors);
        errors = vErrors.length;
      }
    }
    if (data.execution !== void 0) {
      if (!validate129(data.execution, { instancePath: instancePath + "/execution", parentData: data, parentDataProperty: "execution", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate129.errors : vErrors.concat(validate129.errors);
        errors = vErrors.length;
      }
    }
    if (data.log !== void 0) {
      if (!validate141(data.log, { instancePath: instancePath + "/log", parentData: data, parentDataProperty: "log", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate141.errors : vErrors.concat(validate141.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err4 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema46.type, parentSchema: schema46, data };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  }
  validate264.errors = vErrors;
  return errors === 0;
}
validate264.evaluated = { "props": { "task": true, "result": true, "execution": true, "log": true }, "dynamicProps": false, "dynamicItems": false };
var validateTaskSummary = validate269;
function validate269(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate269.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.digest === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "digest" }, schema: schema47.required, parentSchema: schema47, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.semantics === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "semantics" }, schema: schema47.required, parentSchema: schema47, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.module === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "module" }, schema: schema47.required, parentSchema: schema47, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.files === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "files" }, schema: schema47.required, parentSchema: schema47, data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    for (const key0 in data) {
      if (errors >= 100) break;
      if (!(key0 === "digest" || key0 === "semantics" || key0 === "module" || key0 === "stdin" || key0 === "files")) {
        const err4 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema47, data };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.digest !== void 0) {
      if (!validate107(data.digest, { instancePath: instancePath + "/digest", parentData: data, parentDataProperty: "digest", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate107.errors : vErrors.concat(validate107.errors);
        errors = vErrors.length;
      }
    }
    if (data.semantics !== void 0) {
      let data1 = data.semantics;
      if (1 !== data1) {
        const err5 = { instancePath: instancePath + "/semantics", schemaPath: "#/properties/semantics/const", keyword: "const", params: { allowedValue: 1 }, schema: 1, parentSchema: schema47.properties.semantics, data: data1 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.module !== void 0) {
      if (!validate107(data.module, { instancePath: instancePath + "/module", parentData: data, parentDataProperty: "module", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate107.errors : vErrors.concat(validate107.errors);
        errors = vErrors.length;
      }
    }
    if (data.stdin !== void 0) {
      if (!validate107(data.stdin, { instancePath: instancePath + "/stdin", parentData: data, parentDataProperty: "stdin", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate107.errors : vErrors.concat(validate107.errors);
        errors = vErrors.length;
      }
    }
    if (data.files !== void 0) {
      let data4 = data.files;
      if (Array.isArray(data4)) {
        if (data4.length > 1024) {
          const err6 = { instancePath: instancePath + "/files", schemaPath: "#/properties/files/maxItems", keyword: "maxItems", params: { limit: 1024 }, schema: 1024, parentSchema: schema47.properties.files, data: data4 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        const len0 = data4.length;
        for (let i0 = 0; i0 < len0 && errors < 100; i0++) {
          if (!validate111(data4[i0], { instancePath: instancePath + "/files/" + i0, parentData: data4, parentDataProperty: i0, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate111.errors : vErrors.concat(validate111.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err7 = { instancePath: instancePath + "/files", schemaPath: "#/properties/files/type", keyword: "type", params: { type: "array" }, schema: schema47.properties.files.type, parentSchema: schema47.properties.files, data: data4 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
  } else {
    const err8 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema47.type, parentSchema: schema47, data };
    if (vErrors === null) {
      vErrors = [err8];
    } else {
      vErrors.push(err8);
    }
    errors++;
  }
  validate269.errors = vErrors;
  return errors === 0;
}
validate269.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validateResult = validate274;
function validate274(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate274.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.outcome === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "outcome" }, schema: schema50.required, parentSchema: schema50, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.deterministic === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "deterministic" }, schema: schema50.required, parentSchema: schema50, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.fuel === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "fuel" }, schema: schema50.required, parentSchema: schema50, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.memoryBytes === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "memoryBytes" }, schema: schema50.required, parentSchema: schema50, data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.stdout === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "stdout" }, schema: schema50.required, parentSchema: schema50, data };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.stderr === void 0) {
      const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "stderr" }, schema: schema50.required, parentSchema: schema50, data };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    if (data.files === void 0) {
      const err6 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "files" }, schema: schema50.required, parentSchema: schema50, data };
      if (vErrors === null) {
        vErrors = [err6];
      } else {
        vErrors.push(err6);
      }
      errors++;
    }
    for (const key0 in data) {
      if (errors >= 100) break;
      if (!(key0 === "outcome" || key0 === "deterministic" || key0 === "fuel" || key0 === "memoryBytes" || key0 === "stdout" || key0 === "stderr" || key0 === "files")) {
        const err7 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema50, data };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.outcome !== void 0) {
      if (!validate117(data.outcome, { instancePath: instancePath + "/outcome", parentData: data, parentDataProperty: "outcome", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate117.errors : vErrors.concat(validate117.errors);
        errors = vErrors.length;
      }
    }
    if (data.deterministic !== void 0) {
      let data1 = data.deterministic;
      if (typeof data1 !== "boolean") {
        const err8 = { instancePath: instancePath + "/deterministic", schemaPath: "#/properties/deterministic/type", keyword: "type", params: { type: "boolean" }, schema: schema50.properties.deterministic.type, parentSchema: schema50.properties.deterministic, data: data1 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.fuel !== void 0) {
      let data2 = data.fuel;
      if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2)) && data2 !== null) {
        const err9 = { instancePath: instancePath + "/fuel", schemaPath: "#/properties/fuel/type", keyword: "type", params: { type: schema50.properties.fuel.type }, schema: schema50.properties.fuel.type, parentSchema: schema50.properties.fuel, data: data2 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
      if (typeof data2 == "number" && isFinite(data2)) {
        if (data2 > 9007199254740991 || isNaN(data2)) {
          const err10 = { instancePath: instancePath + "/fuel", schemaPath: "#/properties/fuel/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, schema: 9007199254740991, parentSchema: schema50.properties.fuel, data: data2 };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
        if (data2 < 0 || isNaN(data2)) {
          const err11 = { instancePath: instancePath + "/fuel", schemaPath: "#/properties/fuel/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema50.properties.fuel, data: data2 };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
      }
    }
    if (data.memoryBytes !== void 0) {
      let data3 = data.memoryBytes;
      if (!(typeof data3 == "number" && (!(data3 % 1) && !isNaN(data3)) && isFinite(data3)) && data3 !== null) {
        const err12 = { instancePath: instancePath + "/memoryBytes", schemaPath: "#/properties/memoryBytes/type", keyword: "type", params: { type: schema50.properties.memoryBytes.type }, schema: schema50.properties.memoryBytes.type, parentSchema: schema50.properties.memoryBytes, data: data3 };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
      if (typeof data3 == "number" && isFinite(data3)) {
        if (data3 > 4294967296 || isNaN(data3)) {
          const err13 = { instancePath: instancePath + "/memoryBytes", schemaPath: "#/properties/memoryBytes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967296 }, schema: 4294967296, parentSchema: schema50.properties.memoryBytes, data: data3 };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
        if (data3 < 0 || isNaN(data3)) {
          const err14 = { instancePath: instancePath + "/memoryBytes", schemaPath: "#/properties/memoryBytes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema50.properties.memoryBytes, data: data3 };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
      }
    }
    if (data.stdout !== void 0) {
      if (!validate119(data.stdout, { instancePath: instancePath + "/stdout", parentData: data, parentDataProperty: "stdout", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate119.errors : vErrors.concat(validate119.errors);
        errors = vErrors.length;
      }
    }
    if (data.stderr !== void 0) {
      if (!validate119(data.stderr, { instancePath: instancePath + "/stderr", parentData: data, parentDataProperty: "stderr", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate119.errors : vErrors.concat(validate119.errors);
        errors = vErrors.length;
      }
    }
    if (data.files !== void 0) {
      let data6 = data.files;
      if (Array.isArray(data6)) {
        if (data6.length > 4096) {
          const err15 = { instancePath: instancePath + "/files", schemaPath: "#/properties/files/maxItems", keyword: "maxItems", params: { limit: 4096 }, schema: 4096, parentSchema: schema50.properties.files, data: data6 };
          if (vErrors === null) {
            vErrors = [err15];
          } else {
            vErrors.push(err15);
          }
          errors++;
        }
        const len0 = data6.length;
        for (let i0 = 0; i0 < len0 && errors < 100; i0++) {
          if (!validate123(data6[i0], { instancePath: instancePath + "/files/" + i0, parentData: data6, parentDataProperty: i0, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate123.errors : vErrors.concat(validate123.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err16 = { instancePath: instancePath + "/files", schemaPath: "#/properties/files/type", keyword: "type", params: { type: "array" }, schema: schema50.properties.files.type, parentSchema: schema50.properties.files, data: data6 };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
    }
  } else {
    const err17 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema50.type, parentSchema: schema50, data };
    if (vErrors === null) {
      vErrors = [err17];
    } else {
      vErrors.push(err17);
    }
    errors++;
  }
  validate274.errors = vErrors;
  return errors === 0;
}
validate274.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validateOutput = validate279;
function validate279(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate279.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.digest === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "digest" }, schema: schema52.required, parentSchema: schema52, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.bytes === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "bytes" }, schema: schema52.required, parentSchema: schema52, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 in data) {
      if (errors >= 100) break;
      if (!(key0 === "digest" || key0 === "bytes")) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema52, data };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.digest !== void 0) {
      if (!validate107(data.digest, { instancePath: instancePath + "/digest", parentData: data, parentDataProperty: "digest", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate107.errors : vErrors.concat(validate107.errors);
        errors = vErrors.length;
      }
    }
    if (data.bytes !== void 0) {
      let data1 = data.bytes;
      if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
        const err3 = { instancePath: instancePath + "/bytes", schemaPath: "#/properties/bytes/type", keyword: "type", params: { type: "integer" }, schema: schema52.properties.bytes.type, parentSchema: schema52.properties.bytes, data: data1 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      if (typeof data1 == "number" && isFinite(data1)) {
        if (data1 > 1073741824 || isNaN(data1)) {
          const err4 = { instancePath: instancePath + "/bytes", schemaPath: "#/properties/bytes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1073741824 }, schema: 1073741824, parentSchema: schema52.properties.bytes, data: data1 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        if (data1 < 0 || isNaN(data1)) {
          const err5 = { instancePath: instancePath + "/bytes", schemaPath: "#/properties/bytes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema52.properties.bytes, data: data1 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      }
    }
  } else {
    const err6 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema52.type, parentSchema: schema52, data };
    if (vErrors === null) {
      vErrors = [err6];
    } else {
      vErrors.push(err6);
    }
    errors++;
  }
  validate279.errors = vErrors;
  return errors === 0;
}
validate279.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validateOutputFile = validate281;
function validate281(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate281.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.path === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "path" }, schema: schema53.required, parentSchema: schema53, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.digest === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "digest" }, schema: schema53.required, parentSchema: schema53, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.bytes === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "bytes" }, schema: schema53.required, parentSchema: schema53, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    for (const key0 in data) {
      if (errors >= 100) break;
      if (!(key0 === "path" || key0 === "digest" || key0 === "bytes")) {
        const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema53, data };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.path !== void 0) {
      if (!validate124(data.path, { instancePath: instancePath + "/path", parentData: data, parentDataProperty: "path", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate124.errors : vErrors.concat(validate124.errors);
        errors = vErrors.length;
      }
    }
    if (data.digest !== void 0) {
      if (!validate107(data.digest, { instancePath: instancePath + "/digest", parentData: data, parentDataProperty: "digest", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate107.errors : vErrors.concat(validate107.errors);
        errors = vErrors.length;
      }
    }
    if (data.bytes !== void 0) {
      let data2 = data.bytes;
      if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2))) {
        const err4 = { instancePath: instancePath + "/bytes", schemaPath: "#/properties/bytes/type", keyword: "type", params: { type: "integer" }, schema: schema53.properties.bytes.type, parentSchema: schema53.properties.bytes, data: data2 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      if (typeof data2 == "number" && isFinite(data2)) {
        if (data2 > 1073741824 || isNaN(data2)) {
          const err5 = { instancePath: instancePath + "/bytes", schemaPath: "#/properties/bytes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1073741824 }, schema: 1073741824, parentSchema: schema53.properties.bytes, data: data2 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        if (data2 < 0 || isNaN(data2)) {
          const err6 = { instancePath: instancePath + "/bytes", schemaPath: "#/properties/bytes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema53.properties.bytes, data: data2 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      }
    }
  } else {
    const err7 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema53.type, parentSchema: schema53, data };
    if (vErrors === null) {
      vErrors = [err7];
    } else {
      vErrors.push(err7);
    }
    errors++;
  }
  validate281.errors = vErrors;
  return errors === 0;
}
validate281.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validateOutcome = validate284;
function validate284(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate284.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.kind === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, schema: schema51.required, parentSchema: schema51, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    const tag0 = data.kind;
    if (typeof tag0 == "string") {
      if (tag0 === "exited") {
        if (data && typeof data == "object" && !Array.isArray(data)) {
          if (data.kind === void 0) {
            const err1 = { instancePath, schemaPath: "#/oneOf/0/required", keyword: "required", params: { missingProperty: "kind" }, schema: schema51.oneOf[0].required, parentSchema: schema51.oneOf[0], data };
            if (vErrors === null) {
              vErrors = [err1];
            } else {
              vErrors.push(err1);
            }
            errors++;
          }
          if (data.code === void 0) {
            const err2 = { instancePath, schemaPath: "#/oneOf/0/required", keyword: "required", params: { missingProperty: "code" }, schema: schema51.oneOf[0].required, parentSchema: schema51.oneOf[0], data };
            if (vErrors === null) {
              vErrors = [err2];
            } else {
              vErrors.push(err2);
            }
            errors++;
          }
          for (const key0 in data) {
            if (errors >= 100) break;
            if (!(key0 === "kind" || key0 === "code")) {
              const err3 = { instancePath, schemaPath: "#/oneOf/0/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema51.oneOf[0], data };
              if (vErrors === null) {
                vErrors = [err3];
              } else {
                vErrors.push(err3);
              }
              errors++;
            }
          }
          if (data.kind !== void 0) {
            let data0 = data.kind;
            if ("exited" !== data0) {
              const err4 = { instancePath: instancePath + "/kind", schemaPath: "#/oneOf/0/properties/kind/const", keyword: "const", params: { allowedValue: "exited" }, schema: "exited", parentSchema: schema51.oneOf[0].properties.kind, data: data0 };
              if (vErrors === null) {
                vErrors = [err4];
              } else {
                vErrors.push(err4);
              }
              errors++;
            }
          }
          if (data.code !== void 0) {
            let data1 = data.code;
            if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
              const err5 = { instancePath: instancePath + "/code", schemaPath: "#/oneOf/0/properties/code/type", keyword: "type", params: { type: "integer" }, schema: schema51.oneOf[0].properties.code.type, parentSchema: schema51.oneOf[0].properties.code, data: data1 };
              if (vErrors === null) {
                vErrors = [err5];
              } else {
                vErrors.push(err5);
              }
              errors++;
            }
            if (typeof data1 == "number" && isFinite(data1)) {
              if (data1 > 4294967295 || isNaN(data1)) {
                const err6 = { instancePath: instancePath + "/code", schemaPath: "#/oneOf/0/properties/code/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 }, schema: 4294967295, parentSchema: schema51.oneOf[0].properties.code, data: data1 };
                if (vErrors === null) {
                  vErrors = [err6];
                } else {
                  vErrors.push(err6);
                }
                errors++;
              }
              if (data1 < 0 || isNaN(data1)) {
                const err7 = { instancePath: instancePath + "/code", schemaPath: "#/oneOf/0/properties/code/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema51.oneOf[0].properties.code, data: data1 };
                if (vErrors === null) {
                  vErrors = [err7];
                } else {
                  vErrors.push(err7);
                }
                errors++;
              }
            }
          }
        } else {
          const err8 = { instancePath, schemaPath: "#/oneOf/0/type", keyword: "type", params: { type: "object" }, schema: schema51.oneOf[0].type, parentSchema: schema51.oneOf[0], data };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
        var props0 = true;
      } else if (tag0 === "trapped") {
        if (data && typeof data == "object" && !Array.isArray(data)) {
          if (data.kind === void 0) {
            const err9 = { instancePath, schemaPath: "#/oneOf/1/required", keyword: "required", params: { missingProperty: "kind" }, schema: schema51.oneOf[1].required, parentSchema: schema51.oneOf[1], data };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
          if (data.reason === void 0) {
            const err10 = { instancePath, schemaPath: "#/oneOf/1/required", keyword: "required", params: { missingProperty: "reason" }, schema: schema51.oneOf[1].required, parentSchema: schema51.oneOf[1], data };
            if (vErrors === null) {
              vErrors = [err10];
            } else {
              vErrors.push(err10);
            }
            errors++;
          }
          for (const key1 in data) {
            if (errors >= 100) break;
            if (!(key1 === "kind" || key1 === "reason")) {
              const err11 = { instancePath, schemaPath: "#/oneOf/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, schema: false, parentSchema: schema51.oneOf[1], data };
              if (vErrors === null) {
                vErrors = [err11];
              } else {
                vErrors.push(err11);
              }
              errors++;
            }
          }
          if (data.kind !== void 0) {
            let data2 = data.kind;
            if ("trapped" !== data2) {
              const err12 = { instancePath: instancePath + "/kind", schemaPath: "#/oneOf/1/properties/kind/const", keyword: "const", params: { allowedValue: "trapped" }, schema: "trapped", parentSchema: schema51.oneOf[1].properties.kind, data: data2 };
              if (vErrors === null) {
                vErrors = [err12];
              } else {
                vErrors.push(err12);
              }
              errors++;
            }
          }
          if (data.reason !== void 0) {
            let data3 = data.reason;
            if (!(data3 === "unreachable" || data3 === "memory-bounds" || data3 === "table-bounds" || data3 === "indirect-call" || data3 === "divide-by-zero" || data3 === "integer-overflow" || data3 === "float-to-int" || data3 === "stack-exhausted")) {
              const err13 = { instancePath: instancePath + "/reason", schemaPath: "#/oneOf/1/properties/reason/enum", keyword: "enum", params: { allowedValues: schema51.oneOf[1].properties.reason.enum }, schema: schema51.oneOf[1].properties.reason.enum, parentSchema: schema51.oneOf[1].properties.reason, data: data3 };
              if (vErrors === null) {
                vErrors = [err13];
              } else {
                vErrors.push(err13);
              }
              errors++;
            }
          }
        } else {
          const err14 = { instancePath, schemaPath: "#/oneOf/1/type", keyword: "type", params: { type: "object" }, schema: schema51.oneOf[1].type, parentSchema: schema51.oneOf[1], data };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
        if (props0 !== true) {
          props0 = true;
        }
      } else if (tag0 === "exceeded") {
        if (data && typeof data == "object" && !Array.isArray(data)) {
          if (data.kind === void 0) {
            const err15 = { instancePath, schemaPath: "#/oneOf/2/required", keyword: "required", params: { missingProperty: "kind" }, schema: schema51.oneOf[2].required, parentSchema: schema51.oneOf[2], data };
            if (vErrors === null) {
              vErrors = [err15];
            } else {
              vErrors.push(err15);
            }
            errors++;
          }
          if (data.limit === void 0) {
            const err16 = { instancePath, schemaPath: "#/oneOf/2/required", keyword: "required", params: { missingProperty: "limit" }, schema: schema51.oneOf[2].required, parentSchema: schema51.oneOf[2], data };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
          for (const key2 in data) {
            if (errors >= 100) break;
            if (!(key2 === "kind" || key2 === "limit")) {
              const err17 = { instancePath, schemaPath: "#/oneOf/2/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, schema: false, parentSchema: schema51.oneOf[2], data };
              if (vErrors === null) {
                vErrors = [err17];
              } else {
                vErrors.push(err17);
              }
              errors++;
            }
          }
          if (data.kind !== void 0) {
            let data4 = data.kind;
            if ("exceeded" !== data4) {
              const err18 = { instancePath: instancePath + "/kind", schemaPath: "#/oneOf/2/properties/kind/const", keyword: "const", params: { allowedValue: "exceeded" }, schema: "exceeded", parentSchema: schema51.oneOf[2].properties.kind, data: data4 };
              if (vErrors === null) {
                vErrors = [err18];
              } else {
                vErrors.push(err18);
              }
              errors++;
            }
          }
          if (data.limit !== void 0) {
            let data5 = data.limit;
            if (!(data5 === "fuel" || data5 === "memory" || data5 === "output" || data5 === "wallTime")) {
              const err19 = { instancePath: instancePath + "/limit", schemaPath: "#/oneOf/2/properties/limit/enum", keyword: "enum", params: { allowedValues: schema51.oneOf[2].properties.limit.enum }, schema: schema51.oneOf[2].properties.limit.enum, parentSchema: schema51.oneOf[2].properties.limit, data: data5 };
              if (vErrors === null) {
                vErrors = [err19];
              } else {
                vErrors.push(err19);
              }
              errors++;
            }
          }
        } else {
          const err20 = { instancePath, schemaPath: "#/oneOf/2/type", keyword: "type", params: { type: "object" }, schema: schema51.oneOf[2].type, parentSchema: schema51.oneOf[2], data };
          if (vErrors === null) {
            vErrors = [err20];
          } else {
            vErrors.push(err20);
          }
          errors++;
        }
        if (props0 !== true) {
          props0 = true;
        }
      } else if (tag0 === "rejected") {
        if (data && typeof data == "object" && !Array.isArray(data)) {
          if (data.kind === void 0) {
            const err21 = { instancePath, schemaPath: "#/oneOf/3/required", keyword: "required", params: { missingProperty: "kind" }, schema: schema51.oneOf[3].required, parentSchema: schema51.oneOf[3], data };
            if (vErrors === null) {
              vErrors = [err21];
            } else {
              vErrors.push(err21);
            }
            errors++;
          }
          if (data.reason === void 0) {
            const err22 = { instancePath, schemaPath: "#/oneOf/3/required", keyword: "required", params: { missingProperty: "reason" }, schema: schema51.oneOf[3].required, parentSchema: schema51.oneOf[3], data };
            if (vErrors === null) {
              vErrors = [err22];
            } else {
              vErrors.push(err22);
            }
            errors++;
          }
          if (data.offset === void 0) {
            const err23 = { instancePath, schemaPath: "#/oneOf/3/required", keyword: "required", params: { missingProperty: "offset" }, schema: schema51.oneOf[3].required, parentSchema: schema51.oneOf[3], data };
            if (vErrors === null) {
              vErrors = [err23];
            } else {
              vErrors.push(err23);
            }
            errors++;
          }
          for (const key3 in data) {
            if (errors >= 100) break;
            if (!(key3 === "kind" || key3 === "reason" || key3 === "offset")) {
              const err24 = { instancePath, schemaPath: "#/oneOf/3/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, schema: false, parentSchema: schema51.oneOf[3], data };
              if (vErrors === null) {
                vErrors = [err24];
              } else {
                vErrors.push(err24);
              }
              errors++;
            }
          }
          if (data.kind !== void 0) {
            let data6 = data.kind;
            if ("rejected" !== data6) {
              const err25 = { instancePath: instancePath + "/kind", schemaPath: "#/oneOf/3/properties/kind/const", keyword: "const", params: { allowedValue: "rejected" }, schema: "rejected", parentSchema: schema51.oneOf[3].properties.kind, data: data6 };
              if (vErrors === null) {
                vErrors = [err25];
              } else {
                vErrors.push(err25);
              }
              errors++;
            }
          }
          if (data.reason !== void 0) {
            let data7 = data.reason;
            if (!(data7 === "malformed" || data7 === "invalid" || data7 === "limit" || data7 === "unknown-import" || data7 === "import-type" || data7 === "no-start" || data7 === "no-memory" || data7 === "threads" || data7 === "relaxed-simd" || data7 === "exceptions" || data7 === "tail-calls" || data7 === "extended-constants" || data7 === "typed-references" || data7 === "gc" || data7 === "memory64" || data7 === "multi-memory" || data7 === "custom-page-sizes" || data7 === "components")) {
              const err26 = { instancePath: instancePath + "/reason", schemaPath: "#/oneOf/3/properties/reason/enum", keyword: "enum", params: { allowedValues: schema51.oneOf[3].properties.reason.enum }, schema: schema51.oneOf[3].properties.reason.enum, parentSchema: schema51.oneOf[3].properties.reason, data: data7 };
              if (vErrors === null) {
                vErrors = [err26];
              } else {
                vErrors.push(err26);
              }
              errors++;
            }
          }
          if (data.offset !== void 0) {
            let data8 = data.offset;
            if (!(typeof data8 == "number" && (!(data8 % 1) && !isNaN(data8)) && isFinite(data8))) {
              const err27 = { instancePath: instancePath + "/offset", schemaPath: "#/oneOf/3/properties/offset/type", keyword: "type", params: { type: "integer" }, schema: schema51.oneOf[3].properties.offset.type, parentSchema: schema51.oneOf[3].properties.offset, data: data8 };
              if (vErrors === null) {
                vErrors = [err27];
              } else {
                vErrors.push(err27);
              }
              errors++;
            }
            if (typeof data8 == "number" && isFinite(data8)) {
              if (data8 > 67108864 || isNaN(data8)) {
                const err28 = { instancePath: instancePath + "/offset", schemaPath: "#/oneOf/3/properties/offset/maximum", keyword: "maximum", params: { comparison: "<=", limit: 67108864 }, schema: 67108864, parentSchema: schema51.oneOf[3].properties.offset, data: data8 };
                if (vErrors === null) {
                  vErrors = [err28];
                } else {
                  vErrors.push(err28);
                }
                errors++;
              }
              if (data8 < 0 || isNaN(data8)) {
                const err29 = { instancePath: instancePath + "/offset", schemaPath: "#/oneOf/3/properties/offset/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema51.oneOf[3].properties.offset, data: data8 };
                if (vErrors === null) {
                  vErrors = [err29];
                } else {
                  vErrors.push(err29);
                }
                errors++;
              }
            }
          }
        } else {
          const err30 = { instancePath, schemaPath: "#/oneOf/3/type", keyword: "type", params: { type: "object" }, schema: schema51.oneOf[3].type, parentSchema: schema51.oneOf[3], data };
          if (vErrors === null) {
            vErrors = [err30];
          } else {
            vErrors.push(err30);
          }
          errors++;
        }
        if (props0 !== true) {
          props0 = true;
        }
      } else if (tag0 === "cancelled") {
        if (data && typeof data == "object" && !Array.isArray(data)) {
          if (data.kind === void 0) {
            const err31 = { instancePath, schemaPath: "#/oneOf/4/required", keyword: "required", params: { missingProperty: "kind" }, schema: schema51.oneOf[4].required, parentSchema: schema51.oneOf[4], data };
            if (vErrors === null) {
              vErrors = [err31];
            } else {
              vErrors.push(err31);
            }
            errors++;
          }
          for (const key4 in data) {
            if (errors >= 100) break;
            if (!(key4 === "kind")) {
              const err32 = { instancePath, schemaPath: "#/oneOf/4/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, schema: false, parentSchema: schema51.oneOf[4], data };
              if (vErrors === null) {
                vErrors = [err32];
              } else {
                vErrors.push(err32);
              }
              errors++;
            }
          }
          if (data.kind !== void 0) {
            let data9 = data.kind;
            if ("cancelled" !== data9) {
              const err33 = { instancePath: instancePath + "/kind", schemaPath: "#/oneOf/4/properties/kind/const", keyword: "const", params: { allowedValue: "cancelled" }, schema: "cancelled", parentSchema: schema51.oneOf[4].properties.kind, data: data9 };
              if (vErrors === null) {
                vErrors = [err33];
              } else {
                vErrors.push(err33);
              }
              errors++;
            }
          }
        } else {
          const err34 = { instancePath, schemaPath: "#/oneOf/4/type", keyword: "type", params: { type: "object" }, schema: schema51.oneOf[4].type, parentSchema: schema51.oneOf[4], data };
          if (vErrors === null) {
            vErrors = [err34];
          } else {
            vErrors.push(err34);
          }
          errors++;
        }
        if (props0 !== true) {
          props0 = true;
        }
      } else if (tag0 === "failed") {
        if (data && typeof data == "object" && !Array.isArray(data)) {
          if (data.kind === void 0) {
            const err35 = { instancePath, schemaPath: "#/oneOf/5/required", keyword: "required", params: { missingProperty: "kind" }, schema: schema51.oneOf[5].required, parentSchema: schema51.oneOf[5], data };
            if (vErrors === null) {
              vErrors = [err35];
            } else {
              vErrors.push(err35);
            }
            errors++;
          }
          if (data.reason === void 0) {
            const err36 = { instancePath, schemaPath: "#/oneOf/5/required", keyword: "required", params: { missingProperty: "reason" }, schema: schema51.oneOf[5].required, parentSchema: schema51.oneOf[5], data };
            if (vErrors === null) {
              vErrors = [err36];
            } else {
              vErrors.push(err36);
            }
            errors++;
          }
          for (const key5 in data) {
            if (errors >= 100) break;
            if (!(key5 === "kind" || key5 === "reason")) {
              const err37 = { instancePath, schemaPath: "#/oneOf/5/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 }, schema: false, parentSchema: schema51.oneOf[5], data };
              if (vErrors === null) {
                vErrors = [err37];
              } else {
                vErrors.push(err37);
              }
              errors++;
            }
          }
          if (data.kind !== void 0) {
            let data10 = data.kind;
            if ("failed" !== data10) {
              const err38 = { instancePath: instancePath + "/kind", schemaPath: "#/oneOf/5/properties/kind/const", keyword: "const", params: { allowedValue: "failed" }, schema: "failed", parentSchema: schema51.oneOf[5].properties.kind, data: data10 };
              if (vErrors === null) {
                vErrors = [err38];
              } else {
                vErrors.push(err38);
              }
              errors++;
            }
          }
          if (data.reason !== void 0) {
            let data11 = data.reason;
            if (!(data11 === "child-died" || data11 === "child-misbehaved" || data11 === "start-failed" || data11 === "out-of-memory" || data11 === "unsupported" || data11 === "input-missing" || data11 === "restarted" || data11 === "internal")) {
              const err39 = { instancePath: instancePath + "/reason", schemaPath: "#/oneOf/5/properties/reason/enum", keyword: "enum", params: { allowedValues: schema51.oneOf[5].properties.reason.enum }, schema: schema51.oneOf[5].properties.reason.enum, parentSchema: schema51.oneOf[5].properties.reason, data: data11 };
              if (vErrors === null) {
                vErrors = [err39];
              } else {
                vErrors.push(err39);
              }
              errors++;
            }
          }
        } else {
          const err40 = { instancePath, schemaPath: "#/oneOf/5/type", keyword: "type", params: { type: "object" }, schema: schema51.oneOf[5].type, parentSchema: schema51.oneOf[5], data };
          if (vErrors === null) {
            vErrors = [err40];
          } else {
            vErrors.push(err40);
          }
          errors++;
        }
        if (props0 !== true) {
          props0 = true;
        }
      } else {
        const err41 = { instancePath, schemaPath: "#/discriminator", keyword: "discriminator", params: { error: "mapping", tag: "kind", tagValue: tag0 }, schema: schema51.discriminator, parentSchema: schema51, data };
        if (vErrors === null) {
          vErrors = [err41];
        } else {
          vErrors.push(err41);
        }
        errors++;
      }
    } else {
      const err42 = { instancePath, schemaPath: "#/discriminator", keyword: "discriminator", params: { error: "tag", tag: "kind", tagValue: tag0 }, schema: schema51.discriminator, parentSchema: schema51, data };
      if (vErrors === null) {
        vErrors = [err42];
      } else {
        vErrors.push(err42);
      }
      errors++;
    }
  } else {
    const err43 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema51.type, parentSchema: schema51, data };
    if (vErrors === null) {
      vErrors = [err43];
    } else {
      vErrors.push(err43);
    }
    errors++;
  }
  validate284.errors = vErrors;
  evaluated0.props = props0;
  return errors === 0;
}
validate284.evaluated = { "dynamicProps": true, "dynamicItems": false };
var validateExecution = validate285;
function validate285(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate285.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.node === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "node" }, schema: schema55.required, parentSchema: schema55, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.submitter === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "submitter" }, schema: schema55.required, parentSchema: schema55, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.order === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "order" }, schema: schema55.required, parentSchema: schema55, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.job === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "job" }, schema: schema55.required, parentSchema: schema55, data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.attempt === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "attempt" }, schema: schema55.required, parentSchema: schema55, data };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.runtime === void 0) {
      const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "runtime" }, schema: schema55.required, parentSchema: schema55, data };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    if (data.isolation === void 0) {
      const err6 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "isolation" }, schema: schema55.required, parentSchema: schema55, data };
      if (vErrors === null) {
        vErrors = [err6];
      } else {
        vErrors.push(err6);
      }
      errors++;
    }
    if (data.acceptedAt === void 0) {
      const err7 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "acceptedAt" }, schema: schema55.required, parentSchema: schema55, data };
      if (vErrors === null) {
        vErrors = [err7];
      } else {
        vErrors.push(err7);
      }
      errors++;
    }
    if (data.finishedAt === void 0) {
      const err8 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "finishedAt" }, schema: schema55.required, parentSchema: schema55, data };
      if (vErrors === null) {
        vErrors = [err8];
      } else {
        vErrors.push(err8);
      }
      errors++;
    }
    if (data.node !== void 0) {
      if (!validate130(data.node, { instancePath: instancePath + "/node", parentData: data, parentDataProperty: "node", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate130.errors : vErrors.concat(validate130.errors);
        errors = vErrors.length;
      }
    }
    if (data.submitter !== void 0) {
      if (!validate130(data.submitter, { instancePath: instancePath + "/submitter", parentData: data, parentDataProperty: "submitter", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate130.errors : vErrors.concat(validate130.errors);
        errors = vErrors.length;
      }
    }
    if (data.order !== void 0) {
      if (!validate107(data.order, { instancePath: instancePath + "/order", parentData: data, parentDataProperty: "order", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate107.errors : vErrors.concat(validate107.errors);
        errors = vErrors.length;
      }
    }
    if (data.job !== void 0) {
      if (!validate134(data.job, { instancePath: instancePath + "/job", parentData: data, parentDataProperty: "job", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate134.errors : vErrors.concat(validate134.errors);
        errors = vErrors.length;
      }
    }
    if (data.attempt !== void 0) {
      let data4 = data.attempt;
      if (!(typeof data4 == "number" && (!(data4 % 1) && !isNaN(data4)) && isFinite(data4))) {
        const err9 = { instancePath: instancePath + "/attempt", schemaPath: "#/properties/attempt/type", keyword: "type", params: { type: "integer" }, schema: schema55.properties.attempt.type, parentSchema: schema55.properties.attempt, data: data4 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
      if (typeof data4 == "number" && isFinite(data4)) {
        if (data4 > 1e6 || isNaN(data4)) {
          const err10 = { instancePath: instancePath + "/attempt", schemaPath: "#/properties/attempt/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e6 }, schema: 1e6, parentSchema: schema55.properties.attempt, data: data4 };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
        if (data4 < 1 || isNaN(data4)) {
          const err11 = { instancePath: instancePath + "/attempt", schemaPath: "#/properties/attempt/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema55.properties.attempt, data: data4 };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
      }
    }
    if (data.runtime !== void 0) {
      let data5 = data.runtime;
      if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
        if (data5.name === void 0) {
          const err12 = { instancePath: instancePath + "/runtime", schemaPath: "#/properties/runtime/required", keyword: "required", params: { missingProperty: "name" }, schema: schema55.properties.runtime.required, parentSchema: schema55.properties.runtime, data: data5 };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
        if (data5.version === void 0) {
          const err13 = { instancePath: instancePath + "/runtime", schemaPath: "#/properties/runtime/required", keyword: "required", params: { missingProperty: "version" }, schema: schema55.properties.runtime.required, parentSchema: schema55.properties.runtime, data: data5 };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
        if (data5.name !== void 0) {
          let data6 = data5.name;
          if (typeof data6 === "string") {
            if (func2(data6) > 64) {
              const err14 = { instancePath: instancePath + "/runtime/name", schemaPath: "#/properties/runtime/properties/name/maxLength", keyword: "maxLength", params: { limit: 64 }, schema: 64, parentSchema: schema55.properties.runtime.properties.name, data: data6 };
              if (vErrors === null) {
                vErrors = [err14];
              } else {
                vErrors.push(err14);
              }
              errors++;
            }
            if (func2(data6) < 1) {
              const err15 = { instancePath: instancePath + "/runtime/name", schemaPath: "#/properties/runtime/properties/name/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema55.properties.runtime.properties.name, data: data6 };
              if (vErrors === null) {
                vErrors = [err15];
              } else {
                vErrors.push(err15);
              }
              errors++;
            }
          } else {
            const err16 = { instancePath: instancePath + "/runtime/name", schemaPath: "#/properties/runtime/properties/name/type", keyword: "type", params: { type: "string" }, schema: schema55.properties.runtime.properties.name.type, parentSchema: schema55.properties.runtime.properties.name, data: data6 };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
        }
        if (data5.version !== void 0) {
          let data7 = data5.version;
          if (typeof data7 === "string") {
            if (func2(data7) > 64) {
              const err17 = { instancePath: instancePath + "/runtime/version", schemaPath: "#/properties/runtime/properties/version/maxLength", keyword: "maxLength", params: { limit: 64 }, schema: 64, parentSchema: schema55.properties.runtime.properties.version, data: data7 };
              if (vErrors === null) {
                vErrors = [err17];
              } else {
                vErrors.push(err17);
              }
              errors++;
            }
            if (func2(data7) < 1) {
              const err18 = { instancePath: instancePath + "/runtime/version", schemaPath: "#/properties/runtime/properties/version/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema55.properties.runtime.properties.version, data: data7 };
              if (vErrors === null) {
                vErrors = [err18];
              } else {
                vErrors.push(err18);
              }
              errors++;
            }
          } else {
            const err19 = { instancePath: instancePath + "/runtime/version", schemaPath: "#/properties/runtime/properties/version/type", keyword: "type", params: { type: "string" }, schema: schema55.properties.runtime.properties.version.type, parentSchema: schema55.properties.runtime.properties.version, data: data7 };
            if (vErrors === null) {
              vErrors = [err19];
            } else {
              vErrors.push(err19);
            }
            errors++;
          }
        }
      } else {
        const err20 = { instancePath: instancePath + "/runtime", schemaPath: "#/properties/runtime/type", keyword: "type", params: { type: "object" }, schema: schema55.properties.runtime.type, parentSchema: schema55.properties.runtime, data: data5 };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
    }
    if (data.isolation !== void 0) {
      let data8 = data.isolation;
      if (!(data8 === "full" || data8 === "reduced")) {
        const err21 = { instancePath: instancePath + "/isolation", schemaPath: "#/properties/isolation/enum", keyword: "enum", params: { allowedValues: schema55.properties.isolation.enum }, schema: schema55.properties.isolation.enum, parentSchema: schema55.properties.isolation, data: data8 };
        if (vErrors === null) {
          vErrors = [err21];
        } else {
          vErrors.push(err21);
        }
        errors++;
      }
    }
    if (data.acceptedAt !== void 0) {
      if (!validate136(data.acceptedAt, { instancePath: instancePath + "/acceptedAt", parentData: data, parentDataProperty: "acceptedAt", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate136.errors : vErrors.concat(validate136.errors);
        errors = vErrors.length;
      }
    }
    if (data.startedAt !== void 0) {
      if (!validate136(data.startedAt, { instancePath: instancePath + "/startedAt", parentData: data, parentDataProperty: "startedAt", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate136.errors : vErrors.concat(validate136.errors);
        errors = vErrors.length;
      }
    }
    if (data.finishedAt !== void 0) {
      if (!validate136(data.finishedAt, { instancePath: instancePath + "/finishedAt", parentData: data, parentDataProperty: "finishedAt", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate136.errors : vErrors.concat(validate136.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err22 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema55.type, parentSchema: schema55, data };
    if (vErrors === null) {
      vErrors = [err22];
    } else {
      vErrors.push(err22);
    }
    errors++;
  }
  validate285.errors = vErrors;
  return errors === 0;
}
validate285.evaluated = { "props": { "node": true, "submitter": true, "order": true, "job": true, "attempt": true, "runtime": true, "isolation": true, "acceptedAt": true, "startedAt": true, "finishedAt": true }, "dynamicProps": false, "dynamicItems": false };
var validateLogPosition = validate293;
function validate293(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate293.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.epoch === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "epoch" }, schema: schema59.required, parentSchema: schema59, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.sequence === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "sequence" }, schema: schema59.required, parentSchema: schema59, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.epoch !== void 0) {
      let data0 = data.epoch;
      if (typeof data0 === "string") {
        if (!pattern12.test(data0)) {
          const err2 = { instancePath: instancePath + "/epoch", schemaPath: "#/properties/epoch/pattern", keyword: "pattern", params: { pattern: "^[0-9a-f]{32}$" }, schema: "^[0-9a-f]{32}$", parentSchema: schema59.properties.epoch, data: data0 };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/epoch", schemaPath: "#/properties/epoch/type", keyword: "type", params: { type: "string" }, schema: schema59.properties.epoch.type, parentSchema: schema59.properties.epoch, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.sequence !== void 0) {
      let data1 = data.sequence;
      if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
        const err4 = { instancePath: instancePath + "/sequence", schemaPath: "#/properties/sequence/type", keyword: "type", params: { type: "integer" }, schema: schema59.properties.sequence.type, parentSchema: schema59.properties.sequence, data: data1 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      if (typeof data1 == "number" && isFinite(data1)) {
        if (data1 > 9007199254740991 || isNaN(data1)) {
          const err5 = { instancePath: instancePath + "/sequence", schemaPath: "#/properties/sequence/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, schema: 9007199254740991, parentSchema: schema59.properties.sequence, data: data1 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        if (data1 < 0 || isNaN(data1)) {
          const err6 = { instancePath: instancePath + "/sequence", schemaPath: "#/properties/sequence/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema59.properties.sequence, data: data1 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      }
    }
    if (data.previous !== void 0) {
      if (!validate107(data.previous, { instancePath: instancePath + "/previous", parentData: data, parentDataProperty: "previous", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate107.errors : vErrors.concat(validate107.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err7 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema59.type, parentSchema: schema59, data };
    if (vErrors === null) {
      vErrors = [err7];
    } else {
      vErrors.push(err7);
    }
    errors++;
  }
  validate293.errors = vErrors;
  return errors === 0;
}
validate293.evaluated = { "props": { "epoch": true, "sequence": true, "previous": true }, "dynamicProps": false, "dynamicItems": false };
var validateClientFrame = validate296;
var schema123 = { "title": "ClientFrame", "type": "object", "required": ["type"], "discriminator": { "propertyName": "type" }, "oneOf": [{ "$ref": "#/$defs/RequestFrame" }, { "$ref": "#/$defs/CreditFrame" }, { "$ref": "#/$defs/StopFrame" }] };
var schema124 = { "title": "RequestFrame", "type": "object", "required": ["type", "id", "method", "params"], "properties": { "type": { "const": "request" }, "id": { "$ref": "#/$defs/RequestId" }, "method": { "type": "string", "minLength": 1, "maxLength": 64 }, "params": { "type": "object" }, "credit": { "$ref": "#/$defs/Credit" } } };
var schema125 = { "title": "RequestId", "type": "integer", "minimum": 0, "maximum": 9007199254740991 };
function validate298(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate298.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (!(typeof data == "number" && (!(data % 1) && !isNaN(data)) && isFinite(data))) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "integer" }, schema: schema125.type, parentSchema: schema125, data };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (typeof data == "number" && isFinite(data)) {
    if (data > 9007199254740991 || isNaN(data)) {
      const err1 = { instancePath, schemaPath: "#/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, schema: 9007199254740991, parentSchema: schema125, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data < 0 || isNaN(data)) {
      const err2 = { instancePath, schemaPath: "#/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema125, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
  }
  validate298.errors = vErrors;
  return errors === 0;
}
validate298.evaluated = { "dynamicProps": false, "dynamicItems": false };
var schema126 = { "title": "Credit", "type": "integer", "minimum": 1, "maximum": 1024 };
function validate300(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate300.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (!(typeof data == "number" && (!(data % 1) && !isNaN(data)) && isFinite(data))) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "integer" }, schema: schema126.type, parentSchema: schema126, data };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (typeof data == "number" && isFinite(data)) {
    if (data > 1024 || isNaN(data)) {
      const err1 = { instancePath, schemaPath: "#/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1024 }, schema: 1024, parentSchema: schema126, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data < 1 || isNaN(data)) {
      const err2 = { instancePath, schemaPath: "#/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema126, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
  }
  validate300.errors = vErrors;
  return errors === 0;
}
validate300.evaluated = { "dynamicProps": false, "dynamicItems": false };
function validate297(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate297.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, schema: schema124.required, parentSchema: schema124, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.id === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" }, schema: schema124.required, parentSchema: schema124, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.method === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "method" }, schema: schema124.required, parentSchema: schema124, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.params === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "params" }, schema: schema124.required, parentSchema: schema124, data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.type !== void 0) {
      let data0 = data.type;
      if ("request" !== data0) {
        const err4 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "request" }, schema: "request", parentSchema: schema124.properties.type, data: data0 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.id !== void 0) {
      if (!validate298(data.id, { instancePath: instancePath + "/id", parentData: data, parentDataProperty: "id", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate298.errors : vErrors.concat(validate298.errors);
        errors = vErrors.length;
      }
    }
    if (data.method !== void 0) {
      let data2 = data.method;
      if (typeof data2 === "string") {
        if (func2(data2) > 64) {
          const err5 = { instancePath: instancePath + "/method", schemaPath: "#/properties/method/maxLength", keyword: "maxLength", params: { limit: 64 }, schema: 64, parentSchema: schema124.properties.method, data: data2 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        if (func2(data2) < 1) {
          const err6 = { instancePath: instancePath + "/method", schemaPath: "#/properties/method/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema124.properties.method, data: data2 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/method", schemaPath: "#/properties/method/type", keyword: "type", params: { type: "string" }, schema: schema124.properties.method.type, parentSchema: schema124.properties.method, data: data2 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.params !== void 0) {
      let data3 = data.params;
      if (!(data3 && typeof data3 == "object" && !Array.isArray(data3))) {
        const err8 = { instancePath: instancePath + "/params", schemaPath: "#/properties/params/type", keyword: "type", params: { type: "object" }, schema: schema124.properties.params.type, parentSchema: schema124.properties.params, data: data3 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.credit !== void 0) {
      if (!validate300(data.credit, { instancePath: instancePath + "/credit", parentData: data, parentDataProperty: "credit", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate300.errors : vErrors.concat(validate300.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err9 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema124.type, parentSchema: schema124, data };
    if (vErrors === null) {
      vErrors = [err9];
    } else {
      vErrors.push(err9);
    }
    errors++;
  }
  validate297.errors = vErrors;
  return errors === 0;
}
validate297.evaluated = { "props": { "type": true, "id": true, "method": true, "params": true, "credit": true }, "dynamicProps": false, "dynamicItems": false };
var schema127 = { "title": "CreditFrame", "type": "object", "required": ["type", "id", "credit"], "properties": { "type": { "const": "credit" }, "id": { "$ref": "#/$defs/RequestId" }, "credit": { "$ref": "#/$defs/Credit" } } };
function validate302(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate302.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, schema: schema127.required, parentSchema: schema127, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.id === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" }, schema: schema127.required, parentSchema: schema127, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.credit === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "credit" }, schema: schema127.required, parentSchema: schema127, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.type !== void 0) {
      let data0 = data.type;
      if ("credit" !== data0) {
        const err3 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "credit" }, schema: "credit", parentSchema: schema127.properties.type, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.id !== void 0) {
      if (!validate298(data.id, { instancePath: instancePath + "/id", parentData: data, parentDataProperty: "id", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate298.errors : vErrors.concat(validate298.errors);
        errors = vErrors.length;
      }
    }
    if (data.credit !== void 0) {
      if (!validate300(data.credit, { instancePath: instancePath + "/credit", parentData: data, parentDataProperty: "credit", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate300.errors : vErrors.concat(validate300.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err4 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema127.type, parentSchema: schema127, data };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  }
  validate302.errors = vErrors;
  return errors === 0;
}
validate302.evaluated = { "props": { "type": true, "id": true, "credit": true }, "dynamicProps": false, "dynamicItems": false };
var schema128 = { "title": "StopFrame", "type": "object", "required": ["type", "id"], "properties": { "type": { "const": "stop" }, "id": { "$ref": "#/$defs/RequestId" } } };
function validate305(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate305.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, schema: schema128.required, parentSchema: schema128, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.id === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" }, schema: schema128.required, parentSchema: schema128, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.type !== void 0) {
      let data0 = data.type;
      if ("stop" !== data0) {
        const err2 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "stop" }, schema: "stop", parentSchema: schema128.properties.type, data: data0 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.id !== void 0) {
      if (!validate298(data.id, { instancePath: instancePath + "/id", parentData: data, parentDataProperty: "id", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate298.errors : vErrors.concat(validate298.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err3 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema128.type, parentSchema: schema128, data };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  validate305.errors = vErrors;
  return errors === 0;
}
validate305.evaluated = { "props": { "type": true, "id": true }, "dynamicProps": false, "dynamicItems": false };
function validate296(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate296.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, schema: schema123.required, parentSchema: schema123, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    const tag0 = data.type;
    if (typeof tag0 == "string") {
      if (tag0 === "request") {
        if (!validate297(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
          vErrors = vErrors === null ? validate297.errors : vErrors.concat(validate297.errors);
          errors = vErrors.length;
        }
        var props0 = {};
        props0.type = true;
        props0.id = true;
        props0.method = true;
        props0.params = true;
        props0.credit = true;
      } else if (tag0 === "credit") {
        if (!validate302(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
          vErrors = vErrors === null ? validate302.errors : vErrors.concat(validate302.errors);
          errors = vErrors.length;
        }
        if (props0 !== true) {
          props0 = props0 || {};
          props0.type = true;
          props0.id = true;
          props0.credit = true;
        }
      } else if (tag0 === "stop") {
        if (!validate305(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
          vErrors = vErrors === null ? validate305.errors : vErrors.concat(validate305.errors);
          errors = vErrors.length;
        }
        if (props0 !== true) {
          props0 = props0 || {};
          props0.type = true;
          props0.id = true;
        }
      } else {
        const err1 = { instancePath, schemaPath: "#/discriminator", keyword: "discriminator", params: { error: "mapping", tag: "type", tagValue: tag0 }, schema: schema123.discriminator, parentSchema: schema123, data };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    } else {
      const err2 = { instancePath, schemaPath: "#/discriminator", keyword: "discriminator", params: { error: "tag", tag: "type", tagValue: tag0 }, schema: schema123.discriminator, parentSchema: schema123, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
  } else {
    const err3 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema123.type, parentSchema: schema123, data };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  validate296.errors = vErrors;
  evaluated0.props = props0;
  return errors === 0;
}
validate296.evaluated = { "dynamicProps": true, "dynamicItems": false };
var validateServerFrame = validate310;
var schema129 = { "title": "ServerFrame", "type": "object", "required": ["type"], "discriminator": { "propertyName": "type" }, "oneOf": [{ "$ref": "#/$defs/ResultFrame" }, { "$ref": "#/$defs/EventFrame" }, { "$ref": "#/$defs/ErrorFrame" }] };
var schema130 = { "title": "ResultFrame", "type": "object", "required": ["type", "id", "result"], "properties": { "type": { "const": "result" }, "id": { "$ref": "#/$defs/RequestId" }, "result": { "type": "object" } } };
function validate311(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate311.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, schema: schema130.required, parentSchema: schema130, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.id === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" }, schema: schema130.required, parentSchema: schema130, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.result === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "result" }, schema: schema130.required, parentSchema: schema130, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.type !== void 0) {
      let data0 = data.type;
      if ("result" !== data0) {
        const err3 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "result" }, schema: "result", parentSchema: schema130.properties.type, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.id !== void 0) {
      if (!validate298(data.id, { instancePath: instancePath + "/id", parentData: data, parentDataProperty: "id", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate298.errors : vErrors.concat(validate298.errors);
        errors = vErrors.length;
      }
    }
    if (data.result !== void 0) {
      let data2 = data.result;
      if (!(data2 && typeof data2 == "object" && !Array.isArray(data2))) {
        const err4 = { instancePath: instancePath + "/result", schemaPath: "#/properties/result/type", keyword: "type", params: { type: "object" }, schema: schema130.properties.result.type, parentSchema: schema130.properties.result, data: data2 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
  } else {
    const err5 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema130.type, parentSchema: schema130, data };
    if (vErrors === null) {
      vErrors = [err5];
    } else {
      vErrors.push(err5);
    }
    errors++;
  }
  validate311.errors = vErrors;
  return errors === 0;
}
validate311.evaluated = { "props": { "type": true, "id": true, "result": true }, "dynamicProps": false, "dynamicItems": false };
var schema131 = { "title": "EventFrame", "type": "object", "required": ["type", "id", "event"], "properties": { "type": { "const": "event" }, "id": { "$ref": "#/$defs/RequestId" }, "event": { "type": "object" } } };
function validate313(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate313.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, schema: schema131.required, parentSchema: schema131, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.id === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" }, schema: schema131.required, parentSchema: schema131, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.event === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "event" }, schema: schema131.required, parentSchema: schema131, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.type !== void 0) {
      let data0 = data.type;
      if ("event" !== data0) {
        const err3 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "event" }, schema: "event", parentSchema: schema131.properties.type, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.id !== void 0) {
      if (!validate298(data.id, { instancePath: instancePath + "/id", parentData: data, parentDataProperty: "id", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate298.errors : vErrors.concat(validate298.errors);
        errors = vErrors.length;
      }
    }
    if (data.event !== void 0) {
      let data2 = data.event;
      if (!(data2 && typeof data2 == "object" && !Array.isArray(data2))) {
        const err4 = { instancePath: instancePath + "/event", schemaPath: "#/properties/event/type", keyword: "type", params: { type: "object" }, schema: schema131.properties.event.type, parentSchema: schema131.properties.event, data: data2 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
  } else {
    const err5 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema131.type, parentSchema: schema131, data };
    if (vErrors === null) {
      vErrors = [err5];
    } else {
      vErrors.push(err5);
    }
    errors++;
  }
  validate313.errors = vErrors;
  return errors === 0;
}
validate313.evaluated = { "props": { "type": true, "id": true, "event": true }, "dynamicProps": false, "dynamicItems": false };
var schema132 = { "title": "ErrorFrame", "type": "object", "required": ["type", "id", "code", "message"], "properties": { "type": { "const": "error" }, "id": { "$ref": "#/$defs/RequestId" }, "code": { "type": "string", "minLength": 1, "maxLength": 64 }, "message": { "type": "string", "maxLength": 1024 } } };
function validate315(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate315.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, schema: schema132.required, parentSchema: schema132, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.id === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" }, schema: schema132.required, parentSchema: schema132, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.code === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "code" }, schema: schema132.required, parentSchema: schema132, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.message === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "message" }, schema: schema132.required, parentSchema: schema132, data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.type !== void 0) {
      let data0 = data.type;
      if ("error" !== data0) {
        const err4 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "error" }, schema: "error", parentSchema: schema132.properties.type, data: data0 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.id !== void 0) {
      if (!validate298(data.id, { instancePath: instancePath + "/id", parentData: data, parentDataProperty: "id", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate298.errors : vErrors.concat(validate298.errors);
        errors = vErrors.length;
      }
    }
    if (data.code !== void 0) {
      let data2 = data.code;
      if (typeof data2 === "string") {
        if (func2(data2) > 64) {
          const err5 = { instancePath: instancePath + "/code", schemaPath: "#/properties/code/maxLength", keyword: "maxLength", params: { limit: 64 }, schema: 64, parentSchema: schema132.properties.code, data: data2 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        if (func2(data2) < 1) {
          const err6 = { instancePath: instancePath + "/code", schemaPath: "#/properties/code/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema132.properties.code, data: data2 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/code", schemaPath: "#/properties/code/type", keyword: "type", params: { type: "string" }, schema: schema132.properties.code.type, parentSchema: schema132.properties.code, data: data2 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.message !== void 0) {
      let data3 = data.message;
      if (typeof data3 === "string") {
        if (func2(data3) > 1024) {
          const err8 = { instancePath: instancePath + "/message", schemaPath: "#/properties/message/maxLength", keyword: "maxLength", params: { limit: 1024 }, schema: 1024, parentSchema: schema132.properties.message, data: data3 };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      } else {
        const err9 = { instancePath: instancePath + "/message", schemaPath: "#/properties/message/type", keyword: "type", params: { type: "string" }, schema: schema132.properties.message.type, parentSchema: schema132.properties.message, data: data3 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
  } else {
    const err10 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema132.type, parentSchema: schema132, data };
    if (vErrors === null) {
      vErrors = [err10];
    } else {
      vErrors.push(err10);
    }
    errors++;
  }
  validate315.errors = vErrors;
  return errors === 0;
}
validate315.evaluated = { "props": { "type": true, "id": true, "code": true, "message": true }, "dynamicProps": false, "dynamicItems": false };
function validate310(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate310.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, schema: schema129.required, parentSchema: schema129, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    const tag0 = data.type;
    if (typeof tag0 == "string") {
      if (tag0 === "result") {
        if (!validate311(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
          vErrors = vErrors === null ? validate311.errors : vErrors.concat(validate311.errors);
          errors = vErrors.length;
        }
        var props0 = {};
        props0.type = true;
        props0.id = true;
        props0.result = true;
      } else if (tag0 === "event") {
        if (!validate313(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
          vErrors = vErrors === null ? validate313.errors : vErrors.concat(validate313.errors);
          errors = vErrors.length;
        }
        if (props0 !== true) {
          props0 = props0 || {};
          props0.type = true;
          props0.id = true;
          props0.event = true;
        }
      } else if (tag0 === "error") {
        if (!validate315(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
          vErrors = vErrors === null ? validate315.errors : vErrors.concat(validate315.errors);
          errors = vErrors.length;
        }
        if (props0 !== true) {
          props0 = props0 || {};
          props0.type = true;
          props0.id = true;
          props0.code = true;
          props0.message = true;
        }
      } else {
        const err1 = { instancePath, schemaPath: "#/discriminator", keyword: "discriminator", params: { error: "mapping", tag: "type", tagValue: tag0 }, schema: schema129.discriminator, parentSchema: schema129, data };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    } else {
      const err2 = { instancePath, schemaPath: "#/discriminator", keyword: "discriminator", params: { error: "tag", tag: "type", tagValue: tag0 }, schema: schema129.discriminator, parentSchema: schema129, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
  } else {
    const err3 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema129.type, parentSchema: schema129, data };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  validate310.errors = vErrors;
  evaluated0.props = props0;
  return errors === 0;
}
validate310.evaluated = { "dynamicProps": true, "dynamicItems": false };
var validateRequestId = validate320;
function validate320(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate320.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (!(typeof data == "number" && (!(data % 1) && !isNaN(data)) && isFinite(data))) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "integer" }, schema: schema125.type, parentSchema: schema125, data };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (typeof data == "number" && isFinite(data)) {
    if (data > 9007199254740991 || isNaN(data)) {
      const err1 = { instancePath, schemaPath: "#/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, schema: 9007199254740991, parentSchema: schema125, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data < 0 || isNaN(data)) {
      const err2 = { instancePath, schemaPath: "#/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema125, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
  }
  validate320.errors = vErrors;
  return errors === 0;
}
validate320.evaluated = { "dynamicProps": false, "dynamicItems": false };
var validateCredit = validate321;
function validate321(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate321.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (!(typeof data == "number" && (!(data % 1) && !isNaN(data)) && isFinite(data))) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "integer" }, schema: schema126.type, parentSchema: schema126, data };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (typeof data == "number" && isFinite(data)) {
    if (data > 1024 || isNaN(data)) {
      const err1 = { instancePath, schemaPath: "#/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1024 }, schema: 1024, parentSchema: schema126, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data < 1 || isNaN(data)) {
      const err2 = { instancePath, schemaPath: "#/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema126, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
  }
  validate321.errors = vErrors;
  return errors === 0;
}
validate321.evaluated = { "dynamicProps": false, "dynamicItems": false };
var validateRequestFrame = validate322;
function validate322(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate322.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, schema: schema124.required, parentSchema: schema124, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.id === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" }, schema: schema124.required, parentSchema: schema124, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.method === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "method" }, schema: schema124.required, parentSchema: schema124, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.params === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "params" }, schema: schema124.required, parentSchema: schema124, data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.type !== void 0) {
      let data0 = data.type;
      if ("request" !== data0) {
        const err4 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "request" }, schema: "request", parentSchema: schema124.properties.type, data: data0 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.id !== void 0) {
      if (!validate298(data.id, { instancePath: instancePath + "/id", parentData: data, parentDataProperty: "id", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate298.errors : vErrors.concat(validate298.errors);
        errors = vErrors.length;
      }
    }
    if (data.method !== void 0) {
      let data2 = data.method;
      if (typeof data2 === "string") {
        if (func2(data2) > 64) {
          const err5 = { instancePath: instancePath + "/method", schemaPath: "#/properties/method/maxLength", keyword: "maxLength", params: { limit: 64 }, schema: 64, parentSchema: schema124.properties.method, data: data2 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        if (func2(data2) < 1) {
          const err6 = { instancePath: instancePath + "/method", schemaPath: "#/properties/method/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema124.properties.method, data: data2 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/method", schemaPath: "#/properties/method/type", keyword: "type", params: { type: "string" }, schema: schema124.properties.method.type, parentSchema: schema124.properties.method, data: data2 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.params !== void 0) {
      let data3 = data.params;
      if (!(data3 && typeof data3 == "object" && !Array.isArray(data3))) {
        const err8 = { instancePath: instancePath + "/params", schemaPath: "#/properties/params/type", keyword: "type", params: { type: "object" }, schema: schema124.properties.params.type, parentSchema: schema124.properties.params, data: data3 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.credit !== void 0) {
      if (!validate300(data.credit, { instancePath: instancePath + "/credit", parentData: data, parentDataProperty: "credit", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate300.errors : vErrors.concat(validate300.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err9 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema124.type, parentSchema: schema124, data };
    if (vErrors === null) {
      vErrors = [err9];
    } else {
      vErrors.push(err9);
    }
    errors++;
  }
  validate322.errors = vErrors;
  return errors === 0;
}
validate322.evaluated = { "props": { "type": true, "id": true, "method": true, "params": true, "credit": true }, "dynamicProps": false, "dynamicItems": false };
var validateCreditFrame = validate325;
function validate325(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate325.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, schema: schema127.required, parentSchema: schema127, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.id === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" }, schema: schema127.required, parentSchema: schema127, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.credit === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "credit" }, schema: schema127.required, parentSchema: schema127, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.type !== void 0) {
      let data0 = data.type;
      if ("credit" !== data0) {
        const err3 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "credit" }, schema: "credit", parentSchema: schema127.properties.type, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.id !== void 0) {
      if (!validate298(data.id, { instancePath: instancePath + "/id", parentData: data, parentDataProperty: "id", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate298.errors : vErrors.concat(validate298.errors);
        errors = vErrors.length;
      }
    }
    if (data.credit !== void 0) {
      if (!validate300(data.credit, { instancePath: instancePath + "/credit", parentData: data, parentDataProperty: "credit", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate300.errors : vErrors.concat(validate300.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err4 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema127.type, parentSchema: schema127, data };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  }
  validate325.errors = vErrors;
  return errors === 0;
}
validate325.evaluated = { "props": { "type": true, "id": true, "credit": true }, "dynamicProps": false, "dynamicItems": false };
var validateStopFrame = validate328;
function validate328(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate328.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, schema: schema128.required, parentSchema: schema128, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.id === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" }, schema: schema128.required, parentSchema: schema128, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.type !== void 0) {
      let data0 = data.type;
      if ("stop" !== data0) {
        const err2 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "stop" }, schema: "stop", parentSchema: schema128.properties.type, data: data0 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.id !== void 0) {
      if (!validate298(data.id, { instancePath: instancePath + "/id", parentData: data, parentDataProperty: "id", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate298.errors : vErrors.concat(validate298.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err3 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema128.type, parentSchema: schema128, data };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  validate328.errors = vErrors;
  return errors === 0;
}
validate328.evaluated = { "props": { "type": true, "id": true }, "dynamicProps": false, "dynamicItems": false };
var validateResultFrame = validate330;
function validate330(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate330.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, schema: schema130.required, parentSchema: schema130, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.id === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" }, schema: schema130.required, parentSchema: schema130, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.result === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "result" }, schema: schema130.required, parentSchema: schema130, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.type !== void 0) {
      let data0 = data.type;
      if ("result" !== data0) {
        const err3 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "result" }, schema: "result", parentSchema: schema130.properties.type, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.id !== void 0) {
      if (!validate298(data.id, { instancePath: instancePath + "/id", parentData: data, parentDataProperty: "id", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate298.errors : vErrors.concat(validate298.errors);
        errors = vErrors.length;
      }
    }
    if (data.result !== void 0) {
      let data2 = data.result;
      if (!(data2 && typeof data2 == "object" && !Array.isArray(data2))) {
        const err4 = { instancePath: instancePath + "/result", schemaPath: "#/properties/result/type", keyword: "type", params: { type: "object" }, schema: schema130.properties.result.type, parentSchema: schema130.properties.result, data: data2 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
  } else {
    const err5 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema130.type, parentSchema: schema130, data };
    if (vErrors === null) {
      vErrors = [err5];
    } else {
      vErrors.push(err5);
    }
    errors++;
  }
  validate330.errors = vErrors;
  return errors === 0;
}
validate330.evaluated = { "props": { "type": true, "id": true, "result": true }, "dynamicProps": false, "dynamicItems": false };
var validateEventFrame = validate332;
function validate332(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate332.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, schema: schema131.required, parentSchema: schema131, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.id === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" }, schema: schema131.required, parentSchema: schema131, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.event === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "event" }, schema: schema131.required, parentSchema: schema131, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.type !== void 0) {
      let data0 = data.type;
      if ("event" !== data0) {
        const err3 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "event" }, schema: "event", parentSchema: schema131.properties.type, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.id !== void 0) {
      if (!validate298(data.id, { instancePath: instancePath + "/id", parentData: data, parentDataProperty: "id", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate298.errors : vErrors.concat(validate298.errors);
        errors = vErrors.length;
      }
    }
    if (data.event !== void 0) {
      let data2 = data.event;
      if (!(data2 && typeof data2 == "object" && !Array.isArray(data2))) {
        const err4 = { instancePath: instancePath + "/event", schemaPath: "#/properties/event/type", keyword: "type", params: { type: "object" }, schema: schema131.properties.event.type, parentSchema: schema131.properties.event, data: data2 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
  } else {
    const err5 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema131.type, parentSchema: schema131, data };
    if (vErrors === null) {
      vErrors = [err5];
    } else {
      vErrors.push(err5);
    }
    errors++;
  }
  validate332.errors = vErrors;
  return errors === 0;
}
validate332.evaluated = { "props": { "type": true, "id": true, "event": true }, "dynamicProps": false, "dynamicItems": false };
var validateErrorFrame = validate334;
function validate334(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate334.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, schema: schema132.required, parentSchema: schema132, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.id === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" }, schema: schema132.required, parentSchema: schema132, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.code === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "code" }, schema: schema132.required, parentSchema: schema132, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.message === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "message" }, schema: schema132.required, parentSchema: schema132, data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.type !== void 0) {
      let data0 = data.type;
      if ("error" !== data0) {
        const err4 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "error" }, schema: "error", parentSchema: schema132.properties.type, data: data0 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.id !== void 0) {
      if (!validate298(data.id, { instancePath: instancePath + "/id", parentData: data, parentDataProperty: "id", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate298.errors : vErrors.concat(validate298.errors);
        errors = vErrors.length;
      }
    }
    if (data.code !== void 0) {
      let data2 = data.code;
      if (typeof data2 === "string") {
        if (func2(data2) > 64) {
          const err5 = { instancePath: instancePath + "/code", schemaPath: "#/properties/code/maxLength", keyword: "maxLength", params: { limit: 64 }, schema: 64, parentSchema: schema132.properties.code, data: data2 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        if (func2(data2) < 1) {
          const err6 = { instancePath: instancePath + "/code", schemaPath: "#/properties/code/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema132.properties.code, data: data2 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/code", schemaPath: "#/properties/code/type", keyword: "type", params: { type: "string" }, schema: schema132.properties.code.type, parentSchema: schema132.properties.code, data: data2 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.message !== void 0) {
      let data3 = data.message;
      if (typeof data3 === "string") {
        if (func2(data3) > 1024) {
          const err8 = { instancePath: instancePath + "/message", schemaPath: "#/properties/message/maxLength", keyword: "maxLength", params: { limit: 1024 }, schema: 1024, parentSchema: schema132.properties.message, data: data3 };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      } else {
        const err9 = { instancePath: instancePath + "/message", schemaPath: "#/properties/message/type", keyword: "type", params: { type: "string" }, schema: schema132.properties.message.type, parentSchema: schema132.properties.message, data: data3 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
  } else {
    const err10 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema132.type, parentSchema: schema132, data };
    if (vErrors === null) {
      vErrors = [err10];
    } else {
      vErrors.push(err10);
    }
    errors++;
  }
  validate334.errors = vErrors;
  return errors === 0;
}
validate334.evaluated = { "props": { "type": true, "id": true, "code": true, "message": true }, "dynamicProps": false, "dynamicItems": false };
var validateOfferParams = validate336;
var schema141 = { "title": "OfferParams", "type": "object", "required": ["task", "semantics", "runtime", "isolation", "features", "fuel", "memoryBytes", "outputBytes", "wallTimeMs", "inputBytes", "clock", "random"], "properties": { "task": { "$ref": "manifest.schema.json#/$defs/Digest" }, "module": { "$ref": "manifest.schema.json#/$defs/Digest" }, "semantics": { "type": "integer", "minimum": 1, "maximum": 1e3 }, "runtime": { "type": "string", "pattern": "^[a-z][a-z0-9-]{0,31}$" }, "isolation": { "enum": ["full", "reduced"] }, "features": { "type": "array", "maxItems": 64, "items": { "type": "string", "minLength": 1, "maxLength": 64 } }, "fuel": { "type": "integer", "minimum": 1, "maximum": 9007199254740991 }, "memoryBytes": { "type": "integer", "minimum": 0, "maximum": 2147483648 }, "outputBytes": { "type": "integer", "minimum": 0, "maximum": 1073741824 }, "wallTimeMs": { "type": "integer", "minimum": 1, "maximum": 864e5 }, "inputBytes": { "type": "integer", "minimum": 0, "maximum": 9007199254740991 }, "clock": { "enum": ["virtual", "real"] }, "random": { "enum": ["seeded", "real"] } } };
var pattern45 = new RegExp("^[a-z][a-z0-9-]{0,31}$", "u");
function validate336(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate336.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.task === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "task" }, schema: schema141.required, parentSchema: schema141, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.semantics === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "semantics" }, schema: schema141.required, parentSchema: schema141, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.runtime === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "runtime" }, schema: schema141.required, parentSchema: schema141, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.isolation === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "isolation" }, schema: schema141.required, parentSchema: schema141, data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.features === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "features" }, schema: schema141.required, parentSchema: schema141, data };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.fuel === void 0) {
      const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "fuel" }, schema: schema141.required, parentSchema: schema141, data };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    if (data.memoryBytes === void 0) {
      const err6 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "memoryBytes" }, schema: schema141.required, parentSchema: schema141, data };
      if (vErrors === null) {
        vErrors = [err6];
      } else {
        vErrors.push(err6);
      }
      errors++;
    }
    if (data.outputBytes === void 0) {
      const err7 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "outputBytes" }, schema: schema141.required, parentSchema: schema141, data };
      if (vErrors === null) {
        vErrors = [err7];
      } else {
        vErrors.push(err7);
      }
      errors++;
    }
    if (data.wallTimeMs === void 0) {
      const err8 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "wallTimeMs" }, schema: schema141.required, parentSchema: schema141, data };
      if (vErrors === null) {
        vErrors = [err8];
      } else {
        vErrors.push(err8);
      }
      errors++;
    }
    if (data.inputBytes === void 0) {
      const err9 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "inputBytes" }, schema: schema141.required, parentSchema: schema141, data };
      if (vErrors === null) {
        vErrors = [err9];
      } else {
        vErrors.push(err9);
      }
      errors++;
    }
    if (data.clock === void 0) {
      const err10 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "clock" }, schema: schema141.required, parentSchema: schema141, data };
      if (vErrors === null) {
        vErrors = [err10];
      } else {
        vErrors.push(err10);
      }
      errors++;
    }
    if (data.random === void 0) {
      const err11 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "random" }, schema: schema141.required, parentSchema: schema141, data };
      if (vErrors === null) {
        vErrors = [err11];
      } else {
        vErrors.push(err11);
      }
      errors++;
    }
    if (data.task !== void 0) {
      if (!validate245(data.task, { instancePath: instancePath + "/task", parentData: data, parentDataProperty: "task", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate245.errors : vErrors.concat(validate245.errors);
        errors = vErrors.length;
      }
    }
    if (data.module !== void 0) {
      if (!validate245(data.module, { instancePath: instancePath + "/module", parentData: data, parentDataProperty: "module", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate245.errors : vErrors.concat(validate245.errors);
        errors = vErrors.length;
      }
    }
    if (data.semantics !== void 0) {
      let data2 = data.semantics;
      if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2))) {
        const err12 = { instancePath: instancePath + "/semantics", schemaPath: "#/properties/semantics/type", keyword: "type", params: { type: "integer" }, schema: schema141.properties.semantics.type, parentSchema: schema141.properties.semantics, data: data2 };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
      if (typeof data2 == "number" && isFinite(data2)) {
        if (data2 > 1e3 || isNaN(data2)) {
          const err13 = { instancePath: instancePath + "/semantics", schemaPath: "#/properties/semantics/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e3 }, schema: 1e3, parentSchema: schema141.properties.semantics, data: data2 };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
        if (data2 < 1 || isNaN(data2)) {
          const err14 = { instancePath: instancePath + "/semantics", schemaPath: "#/properties/semantics/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema141.properties.semantics, data: data2 };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
      }
    }
    if (data.runtime !== void 0) {
      let data3 = data.runtime;
      if (typeof data3 === "string") {
        if (!pattern45.test(data3)) {
          const err15 = { instancePath: instancePath + "/runtime", schemaPath: "#/properties/runtime/pattern", keyword: "pattern", params: { pattern: "^[a-z][a-z0-9-]{0,31}$" }, schema: "^[a-z][a-z0-9-]{0,31}$", parentSchema: schema141.properties.runtime, data: data3 };
          if (vErrors === null) {
            vErrors = [err15];
          } else {
            vErrors.push(err15);
          }
          errors++;
        }
      } else {
        const err16 = { instancePath: instancePath + "/runtime", schemaPath: "#/properties/runtime/type", keyword: "type", params: { type: "string" }, schema: schema141.properties.runtime.type, parentSchema: schema141.properties.runtime, data: data3 };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
    }
    if (data.isolation !== void 0) {
      let data4 = data.isolation;
      if (!(data4 === "full" || data4 === "reduced")) {
        const err17 = { instancePath: instancePath + "/isolation", schemaPath: "#/properties/isolation/enum", keyword: "enum", params: { allowedValues: schema141.properties.isolation.enum }, schema: schema141.properties.isolation.enum, parentSchema: schema141.properties.isolation, data: data4 };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
    if (data.features !== void 0) {
      let data5 = data.features;
      if (Array.isArray(data5)) {
        if (data5.length > 64) {
          const err18 = { instancePath: instancePath + "/features", schemaPath: "#/properties/features/maxItems", keyword: "maxItems", params: { limit: 64 }, schema: 64, parentSchema: schema141.properties.features, data: data5 };
          if (vErrors === null) {
            vErrors = [err18];
          } else {
            vErrors.push(err18);
          }
          errors++;
        }
        const len0 = data5.length;
        for (let i0 = 0; i0 < len0 && errors < 100; i0++) {
          let data6 = data5[i0];
          if (typeof data6 === "string") {
            if (func2(data6) > 64) {
              const err19 = { instancePath: instancePath + "/features/" + i0, schemaPath: "#/properties/features/items/maxLength", keyword: "maxLength", params: { limit: 64 }, schema: 64, parentSchema: schema141.properties.features.items, data: data6 };
              if (vErrors === null) {
                vErrors = [err19];
              } else {
                vErrors.push(err19);
              }
              errors++;
            }
            if (func2(data6) < 1) {
              const err20 = { instancePath: instancePath + "/features/" + i0, schemaPath: "#/properties/features/items/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema141.properties.features.items, data: data6 };
              if (vErrors === null) {
                vErrors = [err20];
              } else {
                vErrors.push(err20);
              }
              errors++;
            }
          } else {
            const err21 = { instancePath: instancePath + "/features/" + i0, schemaPath: "#/properties/features/items/type", keyword: "type", params: { type: "string" }, schema: schema141.properties.features.items.type, parentSchema: schema141.properties.features.items, data: data6 };
            if (vErrors === null) {
              vErrors = [err21];
            } else {
              vErrors.push(err21);
            }
            errors++;
          }
        }
      } else {
        const err22 = { instancePath: instancePath + "/features", schemaPath: "#/properties/features/type", keyword: "type", params: { type: "array" }, schema: schema141.properties.features.type, parentSchema: schema141.properties.features, data: data5 };
        if (vErrors === null) {
          vErrors = [err22];
        } else {
          vErrors.push(err22);
        }
        errors++;
      }
    }
    if (data.fuel !== void 0) {
      let data7 = data.fuel;
      if (!(typeof data7 == "number" && (!(data7 % 1) && !isNaN(data7)) && isFinite(data7))) {
        const err23 = { instancePath: instancePath + "/fuel", schemaPath: "#/properties/fuel/type", keyword: "type", params: { type: "integer" }, schema: schema141.properties.fuel.type, parentSchema: schema141.properties.fuel, data: data7 };
        if (vErrors === null) {
          vErrors = [err23];
        } else {
          vErrors.push(err23);
        }
        errors++;
      }
      if (typeof data7 == "number" && isFinite(data7)) {
        if (data7 > 9007199254740991 || isNaN(data7)) {
          const err24 = { instancePath: instancePath + "/fuel", schemaPath: "#/properties/fuel/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, schema: 9007199254740991, parentSchema: schema141.properties.fuel, data: data7 };
          if (vErrors === null) {
            vErrors = [err24];
          } else {
            vErrors.push(err24);
          }
          errors++;
        }
        if (data7 < 1 || isNaN(data7)) {
          const err25 = { instancePath: instancePath + "/fuel", schemaPath: "#/properties/fuel/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema141.properties.fuel, data: data7 };
          if (vErrors === null) {
            vErrors = [err25];
          } else {
            vErrors.push(err25);
          }
          errors++;
        }
      }
    }
    if (data.memoryBytes !== void 0) {
      let data8 = data.memoryBytes;
      if (!(typeof data8 == "number" && (!(data8 % 1) && !isNaN(data8)) && isFinite(data8))) {
        const err26 = { instancePath: instancePath + "/memoryBytes", schemaPath: "#/properties/memoryBytes/type", keyword: "type", params: { type: "integer" }, schema: schema141.properties.memoryBytes.type, parentSchema: schema141.properties.memoryBytes, data: data8 };
        if (vErrors === null) {
          vErrors = [err26];
        } else {
          vErrors.push(err26);
        }
        errors++;
      }
      if (typeof data8 == "number" && isFinite(data8)) {
        if (data8 > 2147483648 || isNaN(data8)) {
          const err27 = { instancePath: instancePath + "/memoryBytes", schemaPath: "#/properties/memoryBytes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 2147483648 }, schema: 2147483648, parentSchema: schema141.properties.memoryBytes, data: data8 };
          if (vErrors === null) {
            vErrors = [err27];
          } else {
            vErrors.push(err27);
          }
          errors++;
        }
        if (data8 < 0 || isNaN(data8)) {
          const err28 = { instancePath: instancePath + "/memoryBytes", schemaPath: "#/properties/memoryBytes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema141.properties.memoryBytes, data: data8 };
          if (vErrors === null) {
            vErrors = [err28];
          } else {
            vErrors.push(err28);
          }
          errors++;
        }
      }
    }
    if (data.outputBytes !== void 0) {
      let data9 = data.outputBytes;
      if (!(typeof data9 == "number" && (!(data9 % 1) && !isNaN(data9)) && isFinite(data9))) {
        const err29 = { instancePath: instancePath + "/outputBytes", schemaPath: "#/properties/outputBytes/type", keyword: "type", params: { type: "integer" }, schema: schema141.properties.outputBytes.type, parentSchema: schema141.properties.outputBytes, data: data9 };
        if (vErrors === null) {
          vErrors = [err29];
        } else {
          vErrors.push(err29);
        }
        errors++;
      }
      if (typeof data9 == "number" && isFinite(data9)) {
        if (data9 > 1073741824 || isNaN(data9)) {
          const err30 = { instancePath: instancePath + "/outputBytes", schemaPath: "#/properties/outputBytes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1073741824 }, schema: 1073741824, parentSchema: schema141.properties.outputBytes, data: data9 };
          if (vErrors === null) {
            vErrors = [err30];
          } else {
            vErrors.push(err30);
          }
          errors++;
        }
        if (data9 < 0 || isNaN(data9)) {
          const err31 = { instancePath: instancePath + "/outputBytes", schemaPath: "#/properties/outputBytes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema141.properties.outputBytes, data: data9 };
          if (vErrors === null) {
            vErrors = [err31];
          } else {
            vErrors.push(err31);
          }
          errors++;
        }
      }
    }
    if (data.wallTimeMs !== void 0) {
      let data10 = data.wallTimeMs;
      if (!(typeof data10 == "number" && (!(data10 % 1) && !isNaN(data10)) && isFinite(data10))) {
        const err32 = { instancePath: instancePath + "/wallTimeMs", schemaPath: "#/properties/wallTimeMs/type", keyword: "type", params: { type: "integer" }, schema: schema141.properties.wallTimeMs.type, parentSchema: schema141.properties.wallTimeMs, data: data10 };
        if (vErrors === null) {
          vErrors = [err32];
        } else {
          vErrors.push(err32);
        }
        errors++;
      }
      if (typeof data10 == "number" && isFinite(data10)) {
        if (data10 > 864e5 || isNaN(data10)) {
          const err33 = { instancePath: instancePath + "/wallTimeMs", schemaPath: "#/properties/wallTimeMs/maximum", keyword: "maximum", params: { comparison: "<=", limit: 864e5 }, schema: 864e5, parentSchema: schema141.properties.wallTimeMs, data: data10 };
          if (vErrors === null) {
            vErrors = [err33];
          } else {
            vErrors.push(err33);
          }
          errors++;
        }
        if (data10 < 1 || isNaN(data10)) {
          const err34 = { instancePath: instancePath + "/wallTimeMs", schemaPath: "#/properties/wallTimeMs/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema141.properties.wallTimeMs, data: data10 };
          if (vErrors === null) {
            vErrors = [err34];
          } else {
            vErrors.push(err34);
          }
          errors++;
        }
      }
    }
    if (data.inputBytes !== void 0) {
      let data11 = data.inputBytes;
      if (!(typeof data11 == "number" && (!(data11 % 1) && !isNaN(data11)) && isFinite(data11))) {
        const err35 = { instancePath: instancePath + "/inputBytes", schemaPath: "#/properties/inputBytes/type", keyword: "type", params: { type: "integer" }, schema: schema141.properties.inputBytes.type, parentSchema: schema141.properties.inputBytes, data: data11 };
        if (vErrors === null) {
          vErrors = [err35];
        } else {
          vErrors.push(err35);
        }
        errors++;
      }
      if (typeof data11 == "number" && isFinite(data11)) {
        if (data11 > 9007199254740991 || isNaN(data11)) {
          const err36 = { instancePath: instancePath + "/inputBytes", schemaPath: "#/properties/inputBytes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, schema: 9007199254740991, parentSchema: schema141.properties.inputBytes, data: data11 };
          if (vErrors === null) {
            vErrors = [err36];
          } else {
            vErrors.push(err36);
          }
          errors++;
        }
        if (data11 < 0 || isNaN(data11)) {
          const err37 = { instancePath: instancePath + "/inputBytes", schemaPath: "#/properties/inputBytes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema141.properties.inputBytes, data: data11 };
          if (vErrors === null) {
            vErrors = [err37];
          } else {
            vErrors.push(err37);
          }
          errors++;
        }
      }
    }
    if (data.clock !== void 0) {
      let data12 = data.clock;
      if (!(data12 === "virtual" || data12 === "real")) {
        const err38 = { instancePath: instancePath + "/clock", schemaPath: "#/properties/clock/enum", keyword: "enum", params: { allowedValues: schema141.properties.clock.enum }, schema: schema141.properties.clock.enum, parentSchema: schema141.properties.clock, data: data12 };
        if (vErrors === null) {
          vErrors = [err38];
        } else {
          vErrors.push(err38);
        }
        errors++;
      }
    }
    if (data.random !== void 0) {
      let data13 = data.random;
      if (!(data13 === "seeded" || data13 === "real")) {
        const err39 = { instancePath: instancePath + "/random", schemaPath: "#/properties/random/enum", keyword: "enum", params: { allowedValues: schema141.properties.random.enum }, schema: schema141.properties.random.enum, parentSchema: schema141.properties.random, data: data13 };
        if (vErrors === null) {
          vErrors = [err39];
        } else {
          vErrors.push(err39);
        }
        errors++;
      }
    }
  } else {
    const err40 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema141.type, parentSchema: schema141, data };
    if (vErrors === null) {
      vErrors = [err40];
    } else {
      vErrors.push(err40);
    }
    errors++;
  }
  validate336.errors = vErrors;
  return errors === 0;
}
validate336.evaluated = { "props": { "task": true, "module": true, "semantics": true, "runtime": true, "isolation": true, "features": true, "fuel": true, "memoryBytes": true, "outputBytes": true, "wallTimeMs": true, "inputBytes": true, "clock": true, "random": true }, "dynamicProps": false, "dynamicItems": false };
var validateOfferResult = validate339;
var schema142 = { "title": "OfferResult", "type": "object", "required": ["kind"], "discriminator": { "propertyName": "kind" }, "oneOf": [{ "$ref": "#/$defs/Offered" }, { "$ref": "#/$defs/Refused" }] };
var schema143 = { "title": "Offered", "type": "object", "required": ["kind", "offer"], "properties": { "kind": { "const": "offered" }, "offer": { "type": "object", "required": ["runtimes", "isolation", "slots", "running", "queued", "validMs"], "properties": { "runtimes": { "type": "array", "maxItems": 16, "items": { "type": "string", "pattern": "^[a-z][a-z0-9-]{0,31}$" } }, "isolation": { "enum": ["full", "reduced"] }, "slots": { "type": "integer", "minimum": 0, "maximum": 1e6 }, "running": { "type": "integer", "minimum": 0, "maximum": 1e6 }, "queued": { "type": "integer", "minimum": 0, "maximum": 1e6 }, "queue": { "type": "integer", "minimum": 0, "maximum": 1e6 }, "limits": { "$ref": "#/$defs/OfferLimits" }, "holdsModule": { "type": "boolean" }, "validMs": { "type": "integer", "minimum": 0, "maximum": 864e5 } } } } };
var schema144 = { "title": "OfferLimits", "type": "object", "required": ["fuel", "memoryBytes", "outputBytes", "wallTimeMs", "inputBytes"], "properties": { "fuel": { "type": "integer", "minimum": 1, "maximum": 9007199254740991 }, "memoryBytes": { "type": "integer", "minimum": 0, "maximum": 2147483648 }, "outputBytes": { "type": "integer", "minimum": 0, "maximum": 1073741824 }, "wallTimeMs": { "type": "integer", "minimum": 1, "maximum": 864e5 }, "inputBytes": { "type": "integer", "minimum": 0, "maximum": 9007199254740991 } } };
function validate341(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate341.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.fuel === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "fuel" }, schema: schema144.required, parentSchema: schema144, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.memoryBytes === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "memoryBytes" }, schema: schema144.required, parentSchema: schema144, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.outputBytes === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "outputBytes" }, schema: schema144.required, parentSchema: schema144, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.wallTimeMs === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "wallTimeMs" }, schema: schema144.required, parentSchema: schema144, data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.inputBytes === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "inputBytes" }, schema: schema144.required, parentSchema: schema144, data };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.fuel !== void 0) {
      let data0 = data.fuel;
      if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)) && isFinite(data0))) {
        const err5 = { instancePath: instancePath + "/fuel", schemaPath: "#/properties/fuel/type", keyword: "type", params: { type: "integer" }, schema: schema144.properties.fuel.type, parentSchema: schema144.properties.fuel, data: data0 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
      if (typeof data0 == "number" && isFinite(data0)) {
        if (data0 > 9007199254740991 || isNaN(data0)) {
          const err6 = { instancePath: instancePath + "/fuel", schemaPath: "#/properties/fuel/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, schema: 9007199254740991, parentSchema: schema144.properties.fuel, data: data0 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        if (data0 < 1 || isNaN(data0)) {
          const err7 = { instancePath: instancePath + "/fuel", schemaPath: "#/properties/fuel/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema144.properties.fuel, data: data0 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      }
    }
    if (data.memoryBytes !== void 0) {
      let data1 = data.memoryBytes;
      if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
        const err8 = { instancePath: instancePath + "/memoryBytes", schemaPath: "#/properties/memoryBytes/type", keyword: "type", params: { type: "integer" }, schema: schema144.properties.memoryBytes.type, parentSchema: schema144.properties.memoryBytes, data: data1 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
      if (typeof data1 == "number" && isFinite(data1)) {
        if (data1 > 2147483648 || isNaN(data1)) {
          const err9 = { instancePath: instancePath + "/memoryBytes", schemaPath: "#/properties/memoryBytes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 2147483648 }, schema: 2147483648, parentSchema: schema144.properties.memoryBytes, data: data1 };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
        if (data1 < 0 || isNaN(data1)) {
          const err10 = { instancePath: instancePath + "/memoryBytes", schemaPath: "#/properties/memoryBytes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema144.properties.memoryBytes, data: data1 };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
      }
    }
    if (data.outputBytes !== void 0) {
      let data2 = data.outputBytes;
      if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2))) {
        const err11 = { instancePath: instancePath + "/outputBytes", schemaPath: "#/properties/outputBytes/type", keyword: "type", params: { type: "integer" }, schema: schema144.properties.outputBytes.type, parentSchema: schema144.properties.outputBytes, data: data2 };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
      if (typeof data2 == "number" && isFinite(data2)) {
        if (data2 > 1073741824 || isNaN(data2)) {
          const err12 = { instancePath: instancePath + "/outputBytes", schemaPath: "#/properties/outputBytes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1073741824 }, schema: 1073741824, parentSchema: schema144.properties.outputBytes, data: data2 };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
        if (data2 < 0 || isNaN(data2)) {
          const err13 = { instancePath: instancePath + "/outputBytes", schemaPath: "#/properties/outputBytes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema144.properties.outputBytes, data: data2 };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
      }
    }
    if (data.wallTimeMs !== void 0) {
      let data3 = data.wallTimeMs;
      if (!(typeof data3 == "number" && (!(data3 % 1) && !isNaN(data3)) && isFinite(data3))) {
        const err14 = { instancePath: instancePath + "/wallTimeMs", schemaPath: "#/properties/wallTimeMs/type", keyword: "type", params: { type: "integer" }, schema: schema144.properties.wallTimeMs.type, parentSchema: schema144.properties.wallTimeMs, data: data3 };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
      if (typeof data3 == "number" && isFinite(data3)) {
        if (data3 > 864e5 || isNaN(data3)) {
          const err15 = { instancePath: instancePath + "/wallTimeMs", schemaPath: "#/properties/wallTimeMs/maximum", keyword: "maximum", params: { comparison: "<=", limit: 864e5 }, schema: 864e5, parentSchema: schema144.properties.wallTimeMs, data: data3 };
          if (vErrors === null) {
            vErrors = [err15];
          } else {
            vErrors.push(err15);
          }
          errors++;
        }
        if (data3 < 1 || isNaN(data3)) {
          const err16 = { instancePath: instancePath + "/wallTimeMs", schemaPath: "#/properties/wallTimeMs/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema144.properties.wallTimeMs, data: data3 };
          if (vErrors === null) {
            vErrors = [err16];
          } else {
            vErrors.push(err16);
          }
          errors++;
        }
      }
    }
    if (data.inputBytes !== void 0) {
      let data4 = data.inputBytes;
      if (!(typeof data4 == "number" && (!(data4 % 1) && !isNaN(data4)) && isFinite(data4))) {
        const err17 = { instancePath: instancePath + "/inputBytes", schemaPath: "#/properties/inputBytes/type", keyword: "type", params: { type: "integer" }, schema: schema144.properties.inputBytes.type, parentSchema: schema144.properties.inputBytes, data: data4 };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
      if (typeof data4 == "number" && isFinite(data4)) {
        if (data4 > 9007199254740991 || isNaN(data4)) {
          const err18 = { instancePath: instancePath + "/inputBytes", schemaPath: "#/properties/inputBytes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, schema: 9007199254740991, parentSchema: schema144.properties.inputBytes, data: data4 };
          if (vErrors === null) {
            vErrors = [err18];
          } else {
            vErrors.push(err18);
          }
          errors++;
        }
        if (data4 < 0 || isNaN(data4)) {
          const err19 = { instancePath: instancePath + "/inputBytes", schemaPath: "#/properties/inputBytes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema144.properties.inputBytes, data: data4 };
          if (vErrors === null) {
            vErrors = [err19];
          } else {
            vErrors.push(err19);
          }
          errors++;
        }
      }
    }
  } else {
    const err20 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema144.type, parentSchema: schema144, data };
    if (vErrors === null) {
      vErrors = [err20];
    } else {
      vErrors.push(err20);
    }
    errors++;
  }
  validate341.errors = vErrors;
  return errors === 0;
}
validate341.evaluated = { "props": { "fuel": true, "memoryBytes": true, "outputBytes": true, "wallTimeMs": true, "inputBytes": true }, "dynamicProps": false, "dynamicItems": false };
function validate340(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate340.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.kind === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, schema: schema143.required, parentSchema: schema143, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.offer === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "offer" }, schema: schema143.required, parentSchema: schema143, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.kind !== void 0) {
      let data0 = data.kind;
      if ("offered" !== data0) {
        const err2 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/const", keyword: "const", params: { allowedValue: "offered" }, schema: "offered", parentSchema: schema143.properties.kind, data: data0 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.offer !== void 0) {
      let data1 = data.offer;
      if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
        if (data1.runtimes === void 0) {
          const err3 = { instancePath: instancePath + "/offer", schemaPath: "#/properties/offer/required", keyword: "required", params: { missingProperty: "runtimes" }, schema: schema143.properties.offer.required, parentSchema: schema143.properties.offer, data: data1 };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        if (data1.isolation === void 0) {
          const err4 = { instancePath: instancePath + "/offer", schemaPath: "#/properties/offer/required", keyword: "required", params: { missingProperty: "isolation" }, schema: schema143.properties.offer.required, parentSchema: schema143.properties.offer, data: data1 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        if (data1.slots === void 0) {
          const err5 = { instancePath: instancePath + "/offer", schemaPath: "#/properties/offer/required", keyword: "required", params: { missingProperty: "slots" }, schema: schema143.properties.offer.required, parentSchema: schema143.properties.offer, data: data1 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        if (data1.running === void 0) {
          const err6 = { instancePath: instancePath + "/offer", schemaPath: "#/properties/offer/required", keyword: "required", params: { missingProperty: "running" }, schema: schema143.properties.offer.required, parentSchema: schema143.properties.offer, data: data1 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        if (data1.queued === void 0) {
          const err7 = { instancePath: instancePath + "/offer", schemaPath: "#/properties/offer/required", keyword: "required", params: { missingProperty: "queued" }, schema: schema143.properties.offer.required, parentSchema: schema143.properties.offer, data: data1 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        if (data1.validMs === void 0) {
          const err8 = { instancePath: instancePath + "/offer", schemaPath: "#/properties/offer/required", keyword: "required", params: { missingProperty: "validMs" }, schema: schema143.properties.offer.required, parentSchema: schema143.properties.offer, data: data1 };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
        if (data1.runtimes !== void 0) {
          let data2 = data1.runtimes;
          if (Array.isArray(data2)) {
            if (data2.length > 16) {
              const err9 = { instancePath: instancePath + "/offer/runtimes", schemaPath: "#/properties/offer/properties/runtimes/maxItems", keyword: "maxItems", params: { limit: 16 }, schema: 16, parentSchema: schema143.properties.offer.properties.runtimes, data: data2 };
              if (vErrors === null) {
                vErrors = [err9];
              } else {
                vErrors.push(err9);
              }
              errors++;
            }
            const len0 = data2.length;
            for (let i0 = 0; i0 < len0 && errors < 100; i0++) {
              let data3 = data2[i0];
              if (typeof data3 === "string") {
                if (!pattern45.test(data3)) {
                  const err10 = { instancePath: instancePath + "/offer/runtimes/" + i0, schemaPath: "#/properties/offer/properties/runtimes/items/pattern", keyword: "pattern", params: { pattern: "^[a-z][a-z0-9-]{0,31}$" }, schema: "^[a-z][a-z0-9-]{0,31}$", parentSchema: schema143.properties.offer.properties.runtimes.items, data: data3 };
                  if (vErrors === null) {
                    vErrors = [err10];
                  } else {
                    vErrors.push(err10);
                  }
                  errors++;
                }
              } else {
                const err11 = { instancePath: instancePath + "/offer/runtimes/" + i0, schemaPath: "#/properties/offer/properties/runtimes/items/type", keyword: "type", params: { type: "string" }, schema: schema143.properties.offer.properties.runtimes.items.type, parentSchema: schema143.properties.offer.properties.runtimes.items, data: data3 };
                if (vErrors === null) {
                  vErrors = [err11];
                } else {
                  vErrors.push(err11);
                }
                errors++;
              }
            }
          } else {
            const err12 = { instancePath: instancePath + "/offer/runtimes", schemaPath: "#/properties/offer/properties/runtimes/type", keyword: "type", params: { type: "array" }, schema: schema143.properties.offer.properties.runtimes.type, parentSchema: schema143.properties.offer.properties.runtimes, data: data2 };
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
        }
        if (data1.isolation !== void 0) {
          let data4 = data1.isolation;
          if (!(data4 === "full" || data4 === "reduced")) {
            const err13 = { instancePath: instancePath + "/offer/isolation", schemaPath: "#/properties/offer/properties/isolation/enum", keyword: "enum", params: { allowedValues: schema143.properties.offer.properties.isolation.enum }, schema: schema143.properties.offer.properties.isolation.enum, parentSchema: schema143.properties.offer.properties.isolation, data: data4 };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
        }
        if (data1.slots !== void 0) {
          let data5 = data1.slots;
          if (!(typeof data5 == "number" && (!(data5 % 1) && !isNaN(data5)) && isFinite(data5))) {
            const err14 = { instancePath: instancePath + "/offer/slots", schemaPath: "#/properties/offer/properties/slots/type", keyword: "type", params: { type: "integer" }, schema: schema143.properties.offer.properties.slots.type, parentSchema: schema143.properties.offer.properties.slots, data: data5 };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
          if (typeof data5 == "number" && isFinite(data5)) {
            if (data5 > 1e6 || isNaN(data5)) {
              const err15 = { instancePath: instancePath + "/offer/slots", schemaPath: "#/properties/offer/properties/slots/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e6 }, schema: 1e6, parentSchema: schema143.properties.offer.properties.slots, data: data5 };
              if (vErrors === null) {
                vErrors = [err15];
              } else {
                vErrors.push(err15);
              }
              errors++;
            }
            if (data5 < 0 || isNaN(data5)) {
              const err16 = { instancePath: instancePath + "/offer/slots", schemaPath: "#/properties/offer/properties/slots/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema143.properties.offer.properties.slots, data: data5 };
              if (vErrors === null) {
                vErrors = [err16];
              } else {
                vErrors.push(err16);
              }
              errors++;
            }
          }
        }
        if (data1.running !== void 0) {
          let data6 = data1.running;
          if (!(typeof data6 == "number" && (!(data6 % 1) && !isNaN(data6)) && isFinite(data6))) {
            const err17 = { instancePath: instancePath + "/offer/running", schemaPath: "#/properties/offer/properties/running/type", keyword: "type", params: { type: "integer" }, schema: schema143.properties.offer.properties.running.type, parentSchema: schema143.properties.offer.properties.running, data: data6 };
            if (vErrors === null) {
              vErrors = [err17];
            } else {
              vErrors.push(err17);
            }
            errors++;
          }
          if (typeof data6 == "number" && isFinite(data6)) {
            if (data6 > 1e6 || isNaN(data6)) {
              const err18 = { instancePath: instancePath + "/offer/running", schemaPath: "#/properties/offer/properties/running/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e6 }, schema: 1e6, parentSchema: schema143.properties.offer.properties.running, data: data6 };
              if (vErrors === null) {
                vErrors = [err18];
              } else {
                vErrors.push(err18);
              }
              errors++;
            }
            if (data6 < 0 || isNaN(data6)) {
              const err19 = { instancePath: instancePath + "/offer/running", schemaPath: "#/properties/offer/properties/running/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema143.properties.offer.properties.running, data: data6 };
              if (vErrors === null) {
                vErrors = [err19];
              } else {
                vErrors.push(err19);
              }
              errors++;
            }
          }
        }
        if (data1.queued !== void 0) {
          let data7 = data1.queued;
          if (!(typeof data7 == "number" && (!(data7 % 1) && !isNaN(data7)) && isFinite(data7))) {
            const err20 = { instancePath: instancePath + "/offer/queued", schemaPath: "#/properties/offer/properties/queued/type", keyword: "type", params: { type: "integer" }, schema: schema143.properties.offer.properties.queued.type, parentSchema: schema143.properties.offer.properties.queued, data: data7 };
            if (vErrors === null) {
              vErrors = [err20];
            } else {
              vErrors.push(err20);
            }
            errors++;
          }
          if (typeof data7 == "number" && isFinite(data7)) {
            if (data7 > 1e6 || isNaN(data7)) {
              const err21 = { instancePath: instancePath + "/offer/queued", schemaPath: "#/properties/offer/properties/queued/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e6 }, schema: 1e6, parentSchema: schema143.properties.offer.properties.queued, data: data7 };
              if (vErrors === null) {
                vErrors = [err21];
              } else {
                vErrors.push(err21);
              }
              errors++;
            }
            if (data7 < 0 || isNaN(data7)) {
              const err22 = { instancePath: instancePath + "/offer/queued", schemaPath: "#/properties/offer/properties/queued/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema143.properties.offer.properties.queued, data: data7 };
              if (vErrors === null) {
                vErrors = [err22];
              } else {
                vErrors.push(err22);
              }
              errors++;
            }
          }
        }
        if (data1.queue !== void 0) {
          let data8 = data1.queue;
          if (!(typeof data8 == "number" && (!(data8 % 1) && !isNaN(data8)) && isFinite(data8))) {
            const err23 = { instancePath: instancePath + "/offer/queue", schemaPath: "#/properties/offer/properties/queue/type", keyword: "type", params: { type: "integer" }, schema: schema143.properties.offer.properties.queue.type, parentSchema: schema143.properties.offer.properties.queue, data: data8 };
            if (vErrors === null) {
              vErrors = [err23];
            } else {
              vErrors.push(err23);
            }
            errors++;
          }
          if (typeof data8 == "number" && isFinite(data8)) {
            if (data8 > 1e6 || isNaN(data8)) {
              const err24 = { instancePath: instancePath + "/offer/queue", schemaPath: "#/properties/offer/properties/queue/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e6 }, schema: 1e6, parentSchema: schema143.properties.offer.properties.queue, data: data8 };
              if (vErrors === null) {
                vErrors = [err24];
              } else {
                vErrors.push(err24);
              }
              errors++;
            }
            if (data8 < 0 || isNaN(data8)) {
              const err25 = { instancePath: instancePath + "/offer/queue", schemaPath: "#/properties/offer/properties/queue/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema143.properties.offer.properties.queue, data: data8 };
              if (vErrors === null) {
                vErrors = [err25];
              } else {
                vErrors.push(err25);
              }
              errors++;
            }
          }
        }
        if (data1.limits !== void 0) {
          if (!validate341(data1.limits, { instancePath: instancePath + "/offer/limits", parentData: data1, parentDataProperty: "limits", rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate341.errors : vErrors.concat(validate341.errors);
            errors = vErrors.length;
          }
        }
        if (data1.holdsModule !== void 0) {
          let data10 = data1.holdsModule;
          if (typeof data10 !== "boolean") {
            const err26 = { instancePath: instancePath + "/offer/holdsModule", schemaPath: "#/properties/offer/properties/holdsModule/type", keyword: "type", params: { type: "boolean" }, schema: schema143.properties.offer.properties.holdsModule.type, parentSchema: schema143.properties.offer.properties.holdsModule, data: data10 };
            if (vErrors === null) {
              vErrors = [err26];
            } else {
              vErrors.push(err26);
            }
            errors++;
          }
        }
        if (data1.validMs !== void 0) {
          let data11 = data1.validMs;
          if (!(typeof data11 == "number" && (!(data11 % 1) && !isNaN(data11)) && isFinite(data11))) {
            const err27 = { instancePath: instancePath + "/offer/validMs", schemaPath: "#/properties/offer/properties/validMs/type", keyword: "type", params: { type: "integer" }, schema: schema143.properties.offer.properties.validMs.type, parentSchema: schema143.properties.offer.properties.validMs, data: data11 };
            if (vErrors === null) {
              vErrors = [err27];
            } else {
              vErrors.push(err27);
            }
            errors++;
          }
          if (typeof data11 == "number" && isFinite(data11)) {
            if (data11 > 864e5 || isNaN(data11)) {
              const err28 = { instancePath: instancePath + "/offer/validMs", schemaPath: "#/properties/offer/properties/validMs/maximum", keyword: "maximum", params: { comparison: "<=", limit: 864e5 }, schema: 864e5, parentSchema: schema143.properties.offer.properties.validMs, data: data11 };
              if (vErrors === null) {
                vErrors = [err28];
              } else {
                vErrors.push(err28);
              }
              errors++;
            }
            if (data11 < 0 || isNaN(data11)) {
              const err29 = { instancePath: instancePath + "/offer/validMs", schemaPath: "#/properties/offer/properties/validMs/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema143.properties.offer.properties.validMs, data: data11 };
              if (vErrors === null) {
                vErrors = [err29];
              } else {
                vErrors.push(err29);
              }
              errors++;
            }
          }
        }
      } else {
        const err30 = { instancePath: instancePath + "/offer", schemaPath: "#/properties/offer/type", keyword: "type", params: { type: "object" }, schema: schema143.properties.offer.type, parentSchema: schema143.properties.offer, data: data1 };
        if (vErrors === null) {
          vErrors = [err30];
        } else {
          vErrors.push(err30);
        }
        errors++;
      }
    }
  } else {
    const err31 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema143.type, parentSchema: schema143, data };
    if (vErrors === null) {
      vErrors = [err31];
    } else {
      vErrors.push(err31);
    }
    errors++;
  }
  validate340.errors = vErrors;
  return errors === 0;
}
validate340.evaluated = { "props": { "kind": true, "offer": true }, "dynamicProps": false, "dynamicItems": false };
var schema145 = { "title": "Refused", "type": "object", "required": ["kind", "code", "reason"], "properties": { "kind": { "const": "refused" }, "code": { "type": "string", "pattern": "^[a-z][a-z0-9-]{0,31}$" }, "reason": { "type": "string", "maxLength": 1024 }, "retryAfterMs": { "type": "integer", "minimum": 0, "maximum": 864e5 } } };
function validate343(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate343.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.kind === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, schema: schema145.required, parentSchema: schema145, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.code === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "code" }, schema: schema145.required, parentSchema: schema145, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.reason === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "reason" }, schema: schema145.required, parentSchema: schema145, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.kind !== void 0) {
      let data0 = data.kind;
      if ("refused" !== data0) {
        const err3 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/const", keyword: "const", params: { allowedValue: "refused" }, schema: "refused", parentSchema: schema145.properties.kind, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.code !== void 0) {
      let data1 = data.code;
      if (typeof data1 === "string") {
        if (!pattern45.test(data1)) {
          const err4 = { instancePath: instancePath + "/code", schemaPath: "#/properties/code/pattern", keyword: "pattern", params: { pattern: "^[a-z][a-z0-9-]{0,31}$" }, schema: "^[a-z][a-z0-9-]{0,31}$", parentSchema: schema145.properties.code, data: data1 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/code", schemaPath: "#/properties/code/type", keyword: "type", params: { type: "string" }, schema: schema145.properties.code.type, parentSchema: schema145.properties.code, data: data1 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.reason !== void 0) {
      let data2 = data.reason;
      if (typeof data2 === "string") {
        if (func2(data2) > 1024) {
          const err6 = { instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/maxLength", keyword: "maxLength", params: { limit: 1024 }, schema: 1024, parentSchema: schema145.properties.reason, data: data2 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/type", keyword: "type", params: { type: "string" }, schema: schema145.properties.reason.type, parentSchema: schema145.properties.reason, data: data2 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.retryAfterMs !== void 0) {
      let data3 = data.retryAfterMs;
      if (!(typeof data3 == "number" && (!(data3 % 1) && !isNaN(data3)) && isFinite(data3))) {
        const err8 = { instancePath: instancePath + "/retryAfterMs", schemaPath: "#/properties/retryAfterMs/type", keyword: "type", params: { type: "integer" }, schema: schema145.properties.retryAfterMs.type, parentSchema: schema145.properties.retryAfterMs, data: data3 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
      if (typeof data3 == "number" && isFinite(data3)) {
        if (data3 > 864e5 || isNaN(data3)) {
          const err9 = { instancePath: instancePath + "/retryAfterMs", schemaPath: "#/properties/retryAfterMs/maximum", keyword: "maximum", params: { comparison: "<=", limit: 864e5 }, schema: 864e5, parentSchema: schema145.properties.retryAfterMs, data: data3 };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
        if (data3 < 0 || isNaN(data3)) {
          const err10 = { instancePath: instancePath + "/retryAfterMs", schemaPath: "#/properties/retryAfterMs/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema145.properties.retryAfterMs, data: data3 };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
      }
    }
  } else {
    const err11 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema145.type, parentSchema: schema145, data };
    if (vErrors === null) {
      vErrors = [err11];
    } else {
      vErrors.push(err11);
    }
    errors++;
  }
  validate343.errors = vErrors;
  return errors === 0;
}
validate343.evaluated = { "props": { "kind": true, "code": true, "reason": true, "retryAfterMs": true }, "dynamicProps": false, "dynamicItems": false };
function validate339(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate339.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.kind === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, schema: schema142.required, parentSchema: schema142, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    const tag0 = data.kind;
    if (typeof tag0 == "string") {
      if (tag0 === "offered") {
        if (!validate340(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
          vErrors = vErrors === null ? validate340.errors : vErrors.concat(validate340.errors);
          errors = vErrors.length;
        }
        var props0 = {};
        props0.kind = true;
        props0.offer = true;
      } else if (tag0 === "refused") {
        if (!validate343(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
          vErrors = vErrors === null ? validate343.errors : vErrors.concat(validate343.errors);
          errors = vErrors.length;
        }
        if (props0 !== true) {
          props0 = props0 || {};
          props0.kind = true;
          props0.code = true;
          props0.reason = true;
          props0.retryAfterMs = true;
        }
      } else {
        const err1 = { instancePath, schemaPath: "#/discriminator", keyword: "discriminator", params: { error: "mapping", tag: "kind", tagValue: tag0 }, schema: schema142.discriminator, parentSchema: schema142, data };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    } else {
      const err2 = { instancePath, schemaPath: "#/discriminator", keyword: "discriminator", params: { error: "tag", tag: "kind", tagValue: tag0 }, schema: schema142.discriminator, parentSchema: schema142, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
  } else {
    const err3 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema142.type, parentSchema: schema142, data };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  validate339.errors = vErrors;
  evaluated0.props = props0;
  return errors === 0;
}
validate339.evaluated = { "dynamicProps": true, "dynamicItems": false };
var validateOffered = validate346;
function validate346(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate346.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.kind === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, schema: schema143.required, parentSchema: schema143, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.offer === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "offer" }, schema: schema143.required, parentSchema: schema143, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.kind !== void 0) {
      let data0 = data.kind;
      if ("offered" !== data0) {
        const err2 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/const", keyword: "const", params: { allowedValue: "offered" }, schema: "offered", parentSchema: schema143.properties.kind, data: data0 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.offer !== void 0) {
      let data1 = data.offer;
      if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
        if (data1.runtimes === void 0) {
          const err3 = { instancePath: instancePath + "/offer", schemaPath: "#/properties/offer/required", keyword: "required", params: { missingProperty: "runtimes" }, schema: schema143.properties.offer.required, parentSchema: schema143.properties.offer, data: data1 };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        if (data1.isolation === void 0) {
          const err4 = { instancePath: instancePath + "/offer", schemaPath: "#/properties/offer/required", keyword: "required", params: { missingProperty: "isolation" }, schema: schema143.properties.offer.required, parentSchema: schema143.properties.offer, data: data1 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        if (data1.slots === void 0) {
          const err5 = { instancePath: instancePath + "/offer", schemaPath: "#/properties/offer/required", keyword: "required", params: { missingProperty: "slots" }, schema: schema143.properties.offer.required, parentSchema: schema143.properties.offer, data: data1 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        if (data1.running === void 0) {
          const err6 = { instancePath: instancePath + "/offer", schemaPath: "#/properties/offer/required", keyword: "required", params: { missingProperty: "running" }, schema: schema143.properties.offer.required, parentSchema: schema143.properties.offer, data: data1 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        if (data1.queued === void 0) {
          const err7 = { instancePath: instancePath + "/offer", schemaPath: "#/properties/offer/required", keyword: "required", params: { missingProperty: "queued" }, schema: schema143.properties.offer.required, parentSchema: schema143.properties.offer, data: data1 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        if (data1.validMs === void 0) {
          const err8 = { instancePath: instancePath + "/offer", schemaPath: "#/properties/offer/required", keyword: "required", params: { missingProperty: "validMs" }, schema: schema143.properties.offer.required, parentSchema: schema143.properties.offer, data: data1 };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
        if (data1.runtimes !== void 0) {
          let data2 = data1.runtimes;
          if (Array.isArray(data2)) {
            if (data2.length > 16) {
              const err9 = { instancePath: instancePath + "/offer/runtimes", schemaPath: "#/properties/offer/properties/runtimes/maxItems", keyword: "maxItems", params: { limit: 16 }, schema: 16, parentSchema: schema143.properties.offer.properties.runtimes, data: data2 };
              if (vErrors === null) {
                vErrors = [err9];
              } else {
                vErrors.push(err9);
              }
              errors++;
            }
            const len0 = data2.length;
            for (let i0 = 0; i0 < len0 && errors < 100; i0++) {
              let data3 = data2[i0];
              if (typeof data3 === "string") {
                if (!pattern45.test(data3)) {
                  const err10 = { instancePath: instancePath + "/offer/runtimes/" + i0, schemaPath: "#/properties/offer/properties/runtimes/items/pattern", keyword: "pattern", params: { pattern: "^[a-z][a-z0-9-]{0,31}$" }, schema: "^[a-z][a-z0-9-]{0,31}$", parentSchema: schema143.properties.offer.properties.runtimes.items, data: data3 };
                  if (vErrors === null) {
                    vErrors = [err10];
                  } else {
                    vErrors.push(err10);
                  }
                  errors++;
                }
              } else {
                const err11 = { instancePath: instancePath + "/offer/runtimes/" + i0, schemaPath: "#/properties/offer/properties/runtimes/items/type", keyword: "type", params: { type: "string" }, schema: schema143.properties.offer.properties.runtimes.items.type, parentSchema: schema143.properties.offer.properties.runtimes.items, data: data3 };
                if (vErrors === null) {
                  vErrors = [err11];
                } else {
                  vErrors.push(err11);
                }
                errors++;
              }
            }
          } else {
            const err12 = { instancePath: instancePath + "/offer/runtimes", schemaPath: "#/properties/offer/properties/runtimes/type", keyword: "type", params: { type: "array" }, schema: schema143.properties.offer.properties.runtimes.type, parentSchema: schema143.properties.offer.properties.runtimes, data: data2 };
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
        }
        if (data1.isolation !== void 0) {
          let data4 = data1.isolation;
          if (!(data4 === "full" || data4 === "reduced")) {
            const err13 = { instancePath: instancePath + "/offer/isolation", schemaPath: "#/properties/offer/properties/isolation/enum", keyword: "enum", params: { allowedValues: schema143.properties.offer.properties.isolation.enum }, schema: schema143.properties.offer.properties.isolation.enum, parentSchema: schema143.properties.offer.properties.isolation, data: data4 };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
        }
        if (data1.slots !== void 0) {
          let data5 = data1.slots;
          if (!(typeof data5 == "number" && (!(data5 % 1) && !isNaN(data5)) && isFinite(data5))) {
            const err14 = { instancePath: instancePath + "/offer/slots", schemaPath: "#/properties/offer/properties/slots/type", keyword: "type", params: { type: "integer" }, schema: schema143.properties.offer.properties.slots.type, parentSchema: schema143.properties.offer.properties.slots, data: data5 };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
          if (typeof data5 == "number" && isFinite(data5)) {
            if (data5 > 1e6 || isNaN(data5)) {
              const err15 = { instancePath: instancePath + "/offer/slots", schemaPath: "#/properties/offer/properties/slots/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e6 }, schema: 1e6, parentSchema: schema143.properties.offer.properties.slots, data: data5 };
              if (vErrors === null) {
                vErrors = [err15];
              } else {
                vErrors.push(err15);
              }
              errors++;
            }
            if (data5 < 0 || isNaN(data5)) {
              const err16 = { instancePath: instancePath + "/offer/slots", schemaPath: "#/properties/offer/properties/slots/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema143.properties.offer.properties.slots, data: data5 };
              if (vErrors === null) {
                vErrors = [err16];
              } else {
                vErrors.push(err16);
              }
              errors++;
            }
          }
        }
        if (data1.running !== void 0) {
          let data6 = data1.running;
          if (!(typeof data6 == "number" && (!(data6 % 1) && !isNaN(data6)) && isFinite(data6))) {
            const err17 = { instancePath: instancePath + "/offer/running", schemaPath: "#/properties/offer/properties/running/type", keyword: "type", params: { type: "integer" }, schema: schema143.properties.offer.properties.running.type, parentSchema: schema143.properties.offer.properties.running, data: data6 };
            if (vErrors === null) {
              vErrors = [err17];
            } else {
              vErrors.push(err17);
            }
            errors++;
          }
          if (typeof data6 == "number" && isFinite(data6)) {
            if (data6 > 1e6 || isNaN(data6)) {
              const err18 = { instancePath: instancePath + "/offer/running", schemaPath: "#/properties/offer/properties/running/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e6 }, schema: 1e6, parentSchema: schema143.properties.offer.properties.running, data: data6 };
              if (vErrors === null) {
                vErrors = [err18];
              } else {
                vErrors.push(err18);
              }
              errors++;
            }
            if (data6 < 0 || isNaN(data6)) {
              const err19 = { instancePath: instancePath + "/offer/running", schemaPath: "#/properties/offer/properties/running/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema143.properties.offer.properties.running, data: data6 };
              if (vErrors === null) {
                vErrors = [err19];
              } else {
                vErrors.push(err19);
              }
              errors++;
            }
          }
        }
        if (data1.queued !== void 0) {
          let data7 = data1.queued;
          if (!(typeof data7 == "number" && (!(data7 % 1) && !isNaN(data7)) && isFinite(data7))) {
            const err20 = { instancePath: instancePath + "/offer/queued", schemaPath: "#/properties/offer/properties/queued/type", keyword: "type", params: { type: "integer" }, schema: schema143.properties.offer.properties.queued.type, parentSchema: schema143.properties.offer.properties.queued, data: data7 };
            if (vErrors === null) {
              vErrors = [err20];
            } else {
              vErrors.push(err20);
            }
            errors++;
          }
          if (typeof data7 == "number" && isFinite(data7)) {
            if (data7 > 1e6 || isNaN(data7)) {
              const err21 = { instancePath: instancePath + "/offer/queued", schemaPath: "#/properties/offer/properties/queued/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e6 }, schema: 1e6, parentSchema: schema143.properties.offer.properties.queued, data: data7 };
              if (vErrors === null) {
                vErrors = [err21];
              } else {
                vErrors.push(err21);
              }
              errors++;
            }
            if (data7 < 0 || isNaN(data7)) {
              const err22 = { instancePath: instancePath + "/offer/queued", schemaPath: "#/properties/offer/properties/queued/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema143.properties.offer.properties.queued, data: data7 };
              if (vErrors === null) {
                vErrors = [err22];
              } else {
                vErrors.push(err22);
              }
              errors++;
            }
          }
        }
        if (data1.queue !== void 0) {
          let data8 = data1.queue;
          if (!(typeof data8 == "number" && (!(data8 % 1) && !isNaN(data8)) && isFinite(data8))) {
            const err23 = { instancePath: instancePath + "/offer/queue", schemaPath: "#/properties/offer/properties/queue/type", keyword: "type", params: { type: "integer" }, schema: schema143.properties.offer.properties.queue.type, parentSchema: schema143.properties.offer.properties.queue, data: data8 };
            if (vErrors === null) {
              vErrors = [err23];
            } else {
              vErrors.push(err23);
            }
            errors++;
          }
          if (typeof data8 == "number" && isFinite(data8)) {
            if (data8 > 1e6 || isNaN(data8)) {
              const err24 = { instancePath: instancePath + "/offer/queue", schemaPath: "#/properties/offer/properties/queue/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e6 }, schema: 1e6, parentSchema: schema143.properties.offer.properties.queue, data: data8 };
              if (vErrors === null) {
                vErrors = [err24];
              } else {
                vErrors.push(err24);
              }
              errors++;
            }
            if (data8 < 0 || isNaN(data8)) {
              const err25 = { instancePath: instancePath + "/offer/queue", schemaPath: "#/properties/offer/properties/queue/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema143.properties.offer.properties.queue, data: data8 };
              if (vErrors === null) {
                vErrors = [err25];
              } else {
                vErrors.push(err25);
              }
              errors++;
            }
          }
        }
        if (data1.limits !== void 0) {
          if (!validate341(data1.limits, { instancePath: instancePath + "/offer/limits", parentData: data1, parentDataProperty: "limits", rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate341.errors : vErrors.concat(validate341.errors);
            errors = vErrors.length;
          }
        }
        if (data1.holdsModule !== void 0) {
          let data10 = data1.holdsModule;
          if (typeof data10 !== "boolean") {
            const err26 = { instancePath: instancePath + "/offer/holdsModule", schemaPath: "#/properties/offer/properties/holdsModule/type", keyword: "type", params: { type: "boolean" }, schema: schema143.properties.offer.properties.holdsModule.type, parentSchema: schema143.properties.offer.properties.holdsModule, data: data10 };
            if (vErrors === null) {
              vErrors = [err26];
            } else {
              vErrors.push(err26);
            }
            errors++;
          }
        }
        if (data1.validMs !== void 0) {
          let data11 = data1.validMs;
          if (!(typeof data11 == "number" && (!(data11 % 1) && !isNaN(data11)) && isFinite(data11))) {
            const err27 = { instancePath: instancePath + "/offer/validMs", schemaPath: "#/properties/offer/properties/validMs/type", keyword: "type", params: { type: "integer" }, schema: schema143.properties.offer.properties.validMs.type, parentSchema: schema143.properties.offer.properties.validMs, data: data11 };
            if (vErrors === null) {
              vErrors = [err27];
            } else {
              vErrors.push(err27);
            }
            errors++;
          }
          if (typeof data11 == "number" && isFinite(data11)) {
            if (data11 > 864e5 || isNaN(data11)) {
              const err28 = { instancePath: instancePath + "/offer/validMs", schemaPath: "#/properties/offer/properties/validMs/maximum", keyword: "maximum", params: { comparison: "<=", limit: 864e5 }, schema: 864e5, parentSchema: schema143.properties.offer.properties.validMs, data: data11 };
              if (vErrors === null) {
                vErrors = [err28];
              } else {
                vErrors.push(err28);
              }
              errors++;
            }
            if (data11 < 0 || isNaN(data11)) {
              const err29 = { instancePath: instancePath + "/offer/validMs", schemaPath: "#/properties/offer/properties/validMs/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema143.properties.offer.properties.validMs, data: data11 };
              if (vErrors === null) {
                vErrors = [err29];
              } else {
                vErrors.push(err29);
              }
              errors++;
            }
          }
        }
      } else {
        const err30 = { instancePath: instancePath + "/offer", schemaPath: "#/properties/offer/type", keyword: "type", params: { type: "object" }, schema: schema143.properties.offer.type, parentSchema: schema143.properties.offer, data: data1 };
        if (vErrors === null) {
          vErrors = [err30];
        } else {
          vErrors.push(err30);
        }
        errors++;
      }
    }
  } else {
    const err31 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema143.type, parentSchema: schema143, data };
    if (vErrors === null) {
      vErrors = [err31];
    } else {
      vErrors.push(err31);
    }
    errors++;
  }
  validate346.errors = vErrors;
  return errors === 0;
}
validate346.evaluated = { "props": { "kind": true, "offer": true }, "dynamicProps": false, "dynamicItems": false };
var validateOfferLimits = validate348;
function validate348(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate348.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.fuel === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "fuel" }, schema: schema144.required, parentSchema: schema144, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.memoryBytes === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "memoryBytes" }, schema: schema144.required, parentSchema: schema144, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.outputBytes === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "outputBytes" }, schema: schema144.required, parentSchema: schema144, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.wallTimeMs === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "wallTimeMs" }, schema: schema144.required, parentSchema: schema144, data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.inputBytes === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "inputBytes" }, schema: schema144.required, parentSchema: schema144, data };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.fuel !== void 0) {
      let data0 = data.fuel;
      if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)) && isFinite(data0))) {
        const err5 = { instancePath: instancePath + "/fuel", schemaPath: "#/properties/fuel/type", keyword: "type", params: { type: "integer" }, schema: schema144.properties.fuel.type, parentSchema: schema144.properties.fuel, data: data0 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
      if (typeof data0 == "number" && isFinite(data0)) {
        if (data0 > 9007199254740991 || isNaN(data0)) {
          const err6 = { instancePath: instancePath + "/fuel", schemaPath: "#/properties/fuel/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, schema: 9007199254740991, parentSchema: schema144.properties.fuel, data: data0 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        if (data0 < 1 || isNaN(data0)) {
          const err7 = { instancePath: instancePath + "/fuel", schemaPath: "#/properties/fuel/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema144.properties.fuel, data: data0 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      }
    }
    if (data.memoryBytes !== void 0) {
      let data1 = data.memoryBytes;
      if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
        const err8 = { instancePath: instancePath + "/memoryBytes", schemaPath: "#/properties/memoryBytes/type", keyword: "type", params: { type: "integer" }, schema: schema144.properties.memoryBytes.type, parentSchema: schema144.properties.memoryBytes, data: data1 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
      if (typeof data1 == "number" && isFinite(data1)) {
        if (data1 > 2147483648 || isNaN(data1)) {
          const err9 = { instancePath: instancePath + "/memoryBytes", schemaPath: "#/properties/memoryBytes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 2147483648 }, schema: 2147483648, parentSchema: schema144.properties.memoryBytes, data: data1 };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
        if (data1 < 0 || isNaN(data1)) {
          const err10 = { instancePath: instancePath + "/memoryBytes", schemaPath: "#/properties/memoryBytes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema144.properties.memoryBytes, data: data1 };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
      }
    }
    if (data.outputBytes !== void 0) {
      let data2 = data.outputBytes;
      if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2))) {
        const err11 = { instancePath: instancePath + "/outputBytes", schemaPath: "#/properties/outputBytes/type", keyword: "type", params: { type: "integer" }, schema: schema144.properties.outputBytes.type, parentSchema: schema144.properties.outputBytes, data: data2 };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
      if (typeof data2 == "number" && isFinite(data2)) {
        if (data2 > 1073741824 || isNaN(data2)) {
          const err12 = { instancePath: instancePath + "/outputBytes", schemaPath: "#/properties/outputBytes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1073741824 }, schema: 1073741824, parentSchema: schema144.properties.outputBytes, data: data2 };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
        if (data2 < 0 || isNaN(data2)) {
          const err13 = { instancePath: instancePath + "/outputBytes", schemaPath: "#/properties/outputBytes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema144.properties.outputBytes, data: data2 };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
      }
    }
    if (data.wallTimeMs !== void 0) {
      let data3 = data.wallTimeMs;
      if (!(typeof data3 == "number" && (!(data3 % 1) && !isNaN(data3)) && isFinite(data3))) {
        const err14 = { instancePath: instancePath + "/wallTimeMs", schemaPath: "#/properties/wallTimeMs/type", keyword: "type", params: { type: "integer" }, schema: schema144.properties.wallTimeMs.type, parentSchema: schema144.properties.wallTimeMs, data: data3 };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
      if (typeof data3 == "number" && isFinite(data3)) {
        if (data3 > 864e5 || isNaN(data3)) {
          const err15 = { instancePath: instancePath + "/wallTimeMs", schemaPath: "#/properties/wallTimeMs/maximum", keyword: "maximum", params: { comparison: "<=", limit: 864e5 }, schema: 864e5, parentSchema: schema144.properties.wallTimeMs, data: data3 };
          if (vErrors === null) {
            vErrors = [err15];
          } else {
            vErrors.push(err15);
          }
          errors++;
        }
        if (data3 < 1 || isNaN(data3)) {
          const err16 = { instancePath: instancePath + "/wallTimeMs", schemaPath: "#/properties/wallTimeMs/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema144.properties.wallTimeMs, data: data3 };
          if (vErrors === null) {
            vErrors = [err16];
          } else {
            vErrors.push(err16);
          }
          errors++;
        }
      }
    }
    if (data.inputBytes !== void 0) {
      let data4 = data.inputBytes;
      if (!(typeof data4 == "number" && (!(data4 % 1) && !isNaN(data4)) && isFinite(data4))) {
        const err17 = { instancePath: instancePath + "/inputBytes", schemaPath: "#/properties/inputBytes/type", keyword: "type", params: { type: "integer" }, schema: schema144.properties.inputBytes.type, parentSchema: schema144.properties.inputBytes, data: data4 };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
      if (typeof data4 == "number" && isFinite(data4)) {
        if (data4 > 9007199254740991 || isNaN(data4)) {
          const err18 = { instancePath: instancePath + "/inputBytes", schemaPath: "#/properties/inputBytes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, schema: 9007199254740991, parentSchema: schema144.properties.inputBytes, data: data4 };
          if (vErrors === null) {
            vErrors = [err18];
          } else {
            vErrors.push(err18);
          }
          errors++;
        }
        if (data4 < 0 || isNaN(data4)) {
          const err19 = { instancePath: instancePath + "/inputBytes", schemaPath: "#/properties/inputBytes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema144.properties.inputBytes, data: data4 };
          if (vErrors === null) {
            vErrors = [err19];
          } else {
            vErrors.push(err19);
          }
          errors++;
        }
      }
    }
  } else {
    const err20 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema144.type, parentSchema: schema144, data };
    if (vErrors === null) {
      vErrors = [err20];
    } else {
      vErrors.push(err20);
    }
    errors++;
  }
  validate348.errors = vErrors;
  return errors === 0;
}
validate348.evaluated = { "props": { "fuel": true, "memoryBytes": true, "outputBytes": true, "wallTimeMs": true, "inputBytes": true }, "dynamicProps": false, "dynamicItems": false };
var validateRefused = validate349;
function validate349(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate349.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.kind === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, schema: schema145.required, parentSchema: schema145, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.code === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "code" }, schema: schema145.required, parentSchema: schema145, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.reason === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "reason" }, schema: schema145.required, parentSchema: schema145, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.kind !== void 0) {
      let data0 = data.kind;
      if ("refused" !== data0) {
        const err3 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/const", keyword: "const", params: { allowedValue: "refused" }, schema: "refused", parentSchema: schema145.properties.kind, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.code !== void 0) {
      let data1 = data.code;
      if (typeof data1 === "string") {
        if (!pattern45.test(data1)) {
          const err4 = { instancePath: instancePath + "/code", schemaPath: "#/properties/code/pattern", keyword: "pattern", params: { pattern: "^[a-z][a-z0-9-]{0,31}$" }, schema: "^[a-z][a-z0-9-]{0,31}$", parentSchema: schema145.properties.code, data: data1 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/code", schemaPath: "#/properties/code/type", keyword: "type", params: { type: "string" }, schema: schema145.properties.code.type, parentSchema: schema145.properties.code, data: data1 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.reason !== void 0) {
      let data2 = data.reason;
      if (typeof data2 === "string") {
        if (func2(data2) > 1024) {
          const err6 = { instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/maxLength", keyword: "maxLength", params: { limit: 1024 }, schema: 1024, parentSchema: schema145.properties.reason, data: data2 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/type", keyword: "type", params: { type: "string" }, schema: schema145.properties.reason.type, parentSchema: schema145.properties.reason, data: data2 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.retryAfterMs !== void 0) {
      let data3 = data.retryAfterMs;
      if (!(typeof data3 == "number" && (!(data3 % 1) && !isNaN(data3)) && isFinite(data3))) {
        const err8 = { instancePath: instancePath + "/retryAfterMs", schemaPath: "#/properties/retryAfterMs/type", keyword: "type", params: { type: "integer" }, schema: schema145.properties.retryAfterMs.type, parentSchema: schema145.properties.retryAfterMs, data: data3 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
      if (typeof data3 == "number" && isFinite(data3)) {
        if (data3 > 864e5 || isNaN(data3)) {
          const err9 = { instancePath: instancePath + "/retryAfterMs", schemaPath: "#/properties/retryAfterMs/maximum", keyword: "maximum", params: { comparison: "<=", limit: 864e5 }, schema: 864e5, parentSchema: schema145.properties.retryAfterMs, data: data3 };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
        if (data3 < 0 || isNaN(data3)) {
          const err10 = { instancePath: instancePath + "/retryAfterMs", schemaPath: "#/properties/retryAfterMs/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema145.properties.retryAfterMs, data: data3 };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
      }
    }
  } else {
    const err11 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema145.type, parentSchema: schema145, data };
    if (vErrors === null) {
      vErrors = [err11];
    } else {
      vErrors.push(err11);
    }
    errors++;
  }
  validate349.errors = vErrors;
  return errors === 0;
}
validate349.evaluated = { "props": { "kind": true, "code": true, "reason": true, "retryAfterMs": true }, "dynamicProps": false, "dynamicItems": false };
var validateOrderParams = validate350;
var schema149 = { "title": "OrderParams", "type": "object", "required": ["envelope"], "properties": { "envelope": { "type": "string", "minLength": 1, "maxLength": 65536 }, "task": { "type": "string", "minLength": 1, "maxLength": 65536 }, "taskBlob": { "$ref": "#/$defs/Attachment" }, "startWithinMs": { "type": "integer", "minimum": 1, "maximum": 864e5 } }, "oneOf": [{ "required": ["task"] }, { "required": ["taskBlob"] }] };
var schema150 = { "title": "Attachment", "type": "object", "required": ["order", "digest", "bytes"], "properties": { "order": { "$ref": "manifest.schema.json#/$defs/Digest" }, "digest": { "$ref": "manifest.schema.json#/$defs/Digest" }, "bytes": { "type": "integer", "minimum": 1, "maximum": 4194304 } } };
function validate351(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate351.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.order === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "order" }, schema: schema150.required, parentSchema: schema150, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.digest === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "digest" }, schema: schema150.required, parentSchema: schema150, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.bytes === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "bytes" }, schema: schema150.required, parentSchema: schema150, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.order !== void 0) {
      if (!validate245(data.order, { instancePath: instancePath + "/order", parentData: data, parentDataProperty: "order", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate245.errors : vErrors.concat(validate245.errors);
        errors = vErrors.length;
      }
    }
    if (data.digest !== void 0) {
      if (!validate245(data.digest, { instancePath: instancePath + "/digest", parentData: data, parentDataProperty: "digest", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate245.errors : vErrors.concat(validate245.errors);
        errors = vErrors.length;
      }
    }
    if (data.bytes !== void 0) {
      let data2 = data.bytes;
      if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2))) {
        const err3 = { instancePath: instancePath + "/bytes", schemaPath: "#/properties/bytes/type", keyword: "type", params: { type: "integer" }, schema: schema150.properties.bytes.type, parentSchema: schema150.properties.bytes, data: data2 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      if (typeof data2 == "number" && isFinite(data2)) {
        if (data2 > 4194304 || isNaN(data2)) {
          const err4 = { instancePath: instancePath + "/bytes", schemaPath: "#/properties/bytes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4194304 }, schema: 4194304, parentSchema: schema150.properties.bytes, data: data2 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        if (data2 < 1 || isNaN(data2)) {
          const err5 = { instancePath: instancePath + "/bytes", schemaPath: "#/properties/bytes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema150.properties.bytes, data: data2 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      }
    }
  } else {
    const err6 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema150.type, parentSchema: schema150, data };
    if (vErrors === null) {
      vErrors = [err6];
    } else {
      vErrors.push(err6);
    }
    errors++;
  }
  validate351.errors = vErrors;
  return errors === 0;
}
validate351.evaluated = { "props": { "order": true, "digest": true, "bytes": true }, "dynamicProps": false, "dynamicItems": false };
function validate350(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate350.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  const _errs1 = errors;
  let valid0 = false;
  let passing0 = null;
  const _errs2 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.task === void 0) {
      const err0 = { instancePath, schemaPath: "#/oneOf/0/required", keyword: "required", params: { missingProperty: "task" }, schema: schema149.oneOf[0].required, parentSchema: schema149.oneOf[0], data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  }
  var _valid0 = _errs2 === errors;
  if (_valid0) {
    valid0 = true;
    passing0 = 0;
  }
  const _errs3 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.taskBlob === void 0) {
      const err1 = { instancePath, schemaPath: "#/oneOf/1/required", keyword: "required", params: { missingProperty: "taskBlob" }, schema: schema149.oneOf[1].required, parentSchema: schema149.oneOf[1], data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  }
  var _valid0 = _errs3 === errors;
  if (_valid0 && valid0) {
    valid0 = false;
    passing0 = [passing0, 1];
  } else {
    if (_valid0) {
      valid0 = true;
      passing0 = 1;
    }
  }
  if (!valid0) {
    const err2 = { instancePath, schemaPath: "#/oneOf", keyword: "oneOf", params: { passingSchemas: passing0 }, schema: schema149.oneOf, parentSchema: schema149, data };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  } else {
    errors = _errs1;
    if (vErrors !== null) {
      if (_errs1) {
        vErrors.length = _errs1;
      } else {
        vErrors = null;
      }
    }
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.envelope === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "envelope" }, schema: schema149.required, parentSchema: schema149, data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.envelope !== void 0) {
      let data0 = data.envelope;
      if (typeof data0 === "string") {
        if (func2(data0) > 65536) {
          const err4 = { instancePath: instancePath + "/envelope", schemaPath: "#/properties/envelope/maxLength", keyword: "maxLength", params: { limit: 65536 }, schema: 65536, parentSchema: schema149.properties.envelope, data: data0 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        if (func2(data0) < 1) {
          const err5 = { instancePath: instancePath + "/envelope", schemaPath: "#/properties/envelope/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema149.properties.envelope, data: data0 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = { instancePath: instancePath + "/envelope", schemaPath: "#/properties/envelope/type", keyword: "type", params: { type: "string" }, schema: schema149.properties.envelope.type, parentSchema: schema149.properties.envelope, data: data0 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.task !== void 0) {
      let data1 = data.task;
      if (typeof data1 === "string") {
        if (func2(data1) > 65536) {
          const err7 = { instancePath: instancePath + "/task", schemaPath: "#/properties/task/maxLength", keyword: "maxLength", params: { limit: 65536 }, schema: 65536, parentSchema: schema149.properties.task, data: data1 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        if (func2(data1) < 1) {
          const err8 = { instancePath: instancePath + "/task", schemaPath: "#/properties/task/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema149.properties.task, data: data1 };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      } else {
        const err9 = { instancePath: instancePath + "/task", schemaPath: "#/properties/task/type", keyword: "type", params: { type: "string" }, schema: schema149.properties.task.type, parentSchema: schema149.properties.task, data: data1 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.taskBlob !== void 0) {
      if (!validate351(data.taskBlob, { instancePath: instancePath + "/taskBlob", parentData: data, parentDataProperty: "taskBlob", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate351.errors : vErrors.concat(validate351.errors);
        errors = vErrors.length;
      }
    }
    if (data.startWithinMs !== void 0) {
      let data3 = data.startWithinMs;
      if (!(typeof data3 == "number" && (!(data3 % 1) && !isNaN(data3)) && isFinite(data3))) {
        const err10 = { instancePath: instancePath + "/startWithinMs", schemaPath: "#/properties/startWithinMs/type", keyword: "type", params: { type: "integer" }, schema: schema149.properties.startWithinMs.type, parentSchema: schema149.properties.startWithinMs, data: data3 };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
      if (typeof data3 == "number" && isFinite(data3)) {
        if (data3 > 864e5 || isNaN(data3)) {
          const err11 = { instancePath: instancePath + "/startWithinMs", schemaPath: "#/properties/startWithinMs/maximum", keyword: "maximum", params: { comparison: "<=", limit: 864e5 }, schema: 864e5, parentSchema: schema149.properties.startWithinMs, data: data3 };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
        if (data3 < 1 || isNaN(data3)) {
          const err12 = { instancePath: instancePath + "/startWithinMs", schemaPath: "#/properties/startWithinMs/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema149.properties.startWithinMs, data: data3 };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
      }
    }
  } else {
    const err13 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema149.type, parentSchema: schema149, data };
    if (vErrors === null) {
      vErrors = [err13];
    } else {
      vErrors.push(err13);
    }
    errors++;
  }
  validate350.errors = vErrors;
  return errors === 0;
}
validate350.evaluated = { "props": { "envelope": true, "task": true, "taskBlob": true, "startWithinMs": true }, "dynamicProps": false, "dynamicItems": false };
var validateAttachment = validate355;
function validate355(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate355.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.order === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "order" }, schema: schema150.required, parentSchema: schema150, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.digest === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "digest" }, schema: schema150.required, parentSchema: schema150, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.bytes === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "bytes" }, schema: schema150.required, parentSchema: schema150, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.order !== void 0) {
      if (!validate245(data.order, { instancePath: instancePath + "/order", parentData: data, parentDataProperty: "order", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate245.errors : vErrors.concat(validate245.errors);
        errors = vErrors.length;
      }
    }
    if (data.digest !== void 0) {
      if (!validate245(data.digest, { instancePath: instancePath + "/digest", parentData: data, parentDataProperty: "digest", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate245.errors : vErrors.concat(validate245.errors);
        errors = vErrors.length;
      }
    }
    if (data.bytes !== void 0) {
      let data2 = data.bytes;
      if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2))) {
        const err3 = { instancePath: instancePath + "/bytes", schemaPath: "#/properties/bytes/type", keyword: "type", params: { type: "integer" }, schema: schema150.properties.bytes.type, parentSchema: schema150.properties.bytes, data: data2 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      if (typeof data2 == "number" && isFinite(data2)) {
        if (data2 > 4194304 || isNaN(data2)) {
          const err4 = { instancePath: instancePath + "/bytes", schemaPath: "#/properties/bytes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4194304 }, schema: 4194304, parentSchema: schema150.properties.bytes, data: data2 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        if (data2 < 1 || isNaN(data2)) {
          const err5 = { instancePath: instancePath + "/bytes", schemaPath: "#/properties/bytes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema150.properties.bytes, data: data2 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      }
    }
  } else {
    const err6 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema150.type, parentSchema: schema150, data };
    if (vErrors === null) {
      vErrors = [err6];
    } else {
      vErrors.push(err6);
    }
    errors++;
  }
  validate355.errors = vErrors;
  return errors === 0;
}
validate355.evaluated = { "props": { "order": true, "digest": true, "bytes": true }, "dynamicProps": false, "dynamicItems": false };
var validateOrderResult = validate358;
var schema152 = { "title": "OrderResult", "type": "object", "required": ["kind"], "discriminator": { "propertyName": "kind" }, "oneOf": [{ "$ref": "#/$defs/Accepted" }, { "$ref": "#/$defs/Refused" }] };
var schema153 = { "title": "Accepted", "type": "object", "required": ["kind", "acceptance"], "properties": { "kind": { "const": "accepted" }, "acceptance": { "type": "string", "minLength": 1, "maxLength": 65536 } } };
function validate359(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate359.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.kind === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, schema: schema153.required, parentSchema: schema153, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.acceptance === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "acceptance" }, schema: schema153.required, parentSchema: schema153, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.kind !== void 0) {
      let data0 = data.kind;
      if ("accepted" !== data0) {
        const err2 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/const", keyword: "const", params: { allowedValue: "accepted" }, schema: "accepted", parentSchema: schema153.properties.kind, data: data0 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.acceptance !== void 0) {
      let data1 = data.acceptance;
      if (typeof data1 === "string") {
        if (func2(data1) > 65536) {
          const err3 = { instancePath: instancePath + "/acceptance", schemaPath: "#/properties/acceptance/maxLength", keyword: "maxLength", params: { limit: 65536 }, schema: 65536, parentSchema: schema153.properties.acceptance, data: data1 };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        if (func2(data1) < 1) {
          const err4 = { instancePath: instancePath + "/acceptance", schemaPath: "#/properties/acceptance/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema153.properties.acceptance, data: data1 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/acceptance", schemaPath: "#/properties/acceptance/type", keyword: "type", params: { type: "string" }, schema: schema153.properties.acceptance.type, parentSchema: schema153.properties.acceptance, data: data1 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
  } else {
    const err6 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema153.type, parentSchema: schema153, data };
    if (vErrors === null) {
      vErrors = [err6];
    } else {
      vErrors.push(err6);
    }
    errors++;
  }
  validate359.errors = vErrors;
  return errors === 0;
}
validate359.evaluated = { "props": { "kind": true, "acceptance": true }, "dynamicProps": false, "dynamicItems": false };
function validate358(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate358.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.kind === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, schema: schema152.required, parentSchema: schema152, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    const tag0 = data.kind;
    if (typeof tag0 == "string") {
      if (tag0 === "accepted") {
        if (!validate359(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
          vErrors = vErrors === null ? validate359.errors : vErrors.concat(validate359.errors);
          errors = vErrors.length;
        }
        var props0 = {};
        props0.kind = true;
        props0.acceptance = true;
      } else if (tag0 === "refused") {
        if (!validate343(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
          vErrors = vErrors === null ? validate343.errors : vErrors.concat(validate343.errors);
          errors = vErrors.length;
        }
        if (props0 !== true) {
          props0 = props0 || {};
          props0.kind = true;
          props0.code = true;
          props0.reason = true;
          props0.retryAfterMs = true;
        }
      } else {
        const err1 = { instancePath, schemaPath: "#/discriminator", keyword: "discriminator", params: { error: "mapping", tag: "kind", tagValue: tag0 }, schema: schema152.discriminator, parentSchema: schema152, data };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    } else {
      const err2 = { instancePath, schemaPath: "#/discriminator", keyword: "discriminator", params: { error: "tag", tag: "kind", tagValue: tag0 }, schema: schema152.discriminator, parentSchema: schema152, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
  } else {
    const err3 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema152.type, parentSchema: schema152, data };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  validate358.errors = vErrors;
  evaluated0.props = props0;
  return errors === 0;
}
validate358.evaluated = { "dynamicProps": true, "dynamicItems": false };
var validateAccepted = validate362;
function validate362(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate362.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.kind === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, schema: schema153.required, parentSchema: schema153, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.acceptance === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "acceptance" }, schema: schema153.required, parentSchema: schema153, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.kind !== void 0) {
      let data0 = data.kind;
      if ("accepted" !== data0) {
        const err2 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/const", keyword: "const", params: { allowedValue: "accepted" }, schema: "accepted", parentSchema: schema153.properties.kind, data: data0 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.acceptance !== void 0) {
      let data1 = data.acceptance;
      if (typeof data1 === "string") {
        if (func2(data1) > 65536) {
          const err3 = { instancePath: instancePath + "/acceptance", schemaPath: "#/properties/acceptance/maxLength", keyword: "maxLength", params: { limit: 65536 }, schema: 65536, parentSchema: schema153.properties.acceptance, data: data1 };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        if (func2(data1) < 1) {
          const err4 = { instancePath: instancePath + "/acceptance", schemaPath: "#/properties/acceptance/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema153.properties.acceptance, data: data1 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/acceptance", schemaPath: "#/properties/acceptance/type", keyword: "type", params: { type: "string" }, schema: schema153.properties.acceptance.type, parentSchema: schema153.properties.acceptance, data: data1 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
  } else {
    const err6 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema153.type, parentSchema: schema153, data };
    if (vErrors === null) {
      vErrors = [err6];
    } else {
      vErrors.push(err6);
    }
    errors++;
  }
  validate362.errors = vErrors;
  return errors === 0;
}
validate362.evaluated = { "props": { "kind": true, "acceptance": true }, "dynamicProps": false, "dynamicItems": false };
var validateOrderName = validate363;
var schema155 = { "title": "OrderName", "type": "object", "required": ["order"], "properties": { "order": { "$ref": "manifest.schema.json#/$defs/Digest" } } };
function validate363(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate363.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.order === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "order" }, schema: schema155.required, parentSchema: schema155, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.order !== void 0) {
      if (!validate245(data.order, { instancePath: instancePath + "/order", parentData: data, parentDataProperty: "order", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate245.errors : vErrors.concat(validate245.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema155.type, parentSchema: schema155, data };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate363.errors = vErrors;
  return errors === 0;
}
validate363.evaluated = { "props": { "order": true }, "dynamicProps": false, "dynamicItems": false };
var validateWatchParams = validate365;
var schema156 = { "title": "WatchParams", "type": "object", "required": ["order"], "properties": { "order": { "$ref": "manifest.schema.json#/$defs/Digest" }, "signs": { "type": "boolean" } } };
function validate365(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate365.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.order === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "order" }, schema: schema156.required, parentSchema: schema156, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.order !== void 0) {
      if (!validate245(data.order, { instancePath: instancePath + "/order", parentData: data, parentDataProperty: "order", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate245.errors : vErrors.concat(validate245.errors);
        errors = vErrors.length;
      }
    }
    if (data.signs !== void 0) {
      let data1 = data.signs;
      if (typeof data1 !== "boolean") {
        const err1 = { instancePath: instancePath + "/signs", schemaPath: "#/properties/signs/type", keyword: "type", params: { type: "boolean" }, schema: schema156.properties.signs.type, parentSchema: schema156.properties.signs, data: data1 };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
  } else {
    const err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema156.type, parentSchema: schema156, data };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  }
  validate365.errors = vErrors;
  return errors === 0;
}
validate365.evaluated = { "props": { "order": true, "signs": true }, "dynamicProps": false, "dynamicItems": false };
var validateWatchEvent = validate367;
var schema157 = { "title": "WatchEvent", "type": "object", "required": ["kind"], "discriminator": { "propertyName": "kind" }, "oneOf": [{ "$ref": "#/$defs/WatchFetching" }, { "$ref": "#/$defs/WatchStarted" }, { "$ref": "#/$defs/WatchOutput" }, { "$ref": "#/$defs/WatchAlive" }, { "$ref": "#/$defs/WatchSettled" }, { "$ref": "#/$defs/WatchSettledApart" }] };
var schema158 = { "title": "WatchFetching", "type": "object", "required": ["kind", "digest", "bytes"], "properties": { "kind": { "const": "fetching" }, "digest": { "$ref": "manifest.schema.json#/$defs/Digest" }, "bytes": { "type": "integer", "minimum": 0, "maximum": 9007199254740991 } } };
function validate368(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate368.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.kind === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, schema: schema158.required, parentSchema: schema158, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.digest === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "digest" }, schema: schema158.required, parentSchema: schema158, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.bytes === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "bytes" }, schema: schema158.required, parentSchema: schema158, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.kind !== void 0) {
      let data0 = data.kind;
      if ("fetching" !== data0) {
        const err3 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/const", keyword: "const", params: { allowedValue: "fetching" }, schema: "fetching", parentSchema: schema158.properties.kind, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.digest !== void 0) {
      if (!validate245(data.digest, { instancePath: instancePath + "/digest", parentData: data, parentDataProperty: "digest", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate245.errors : vErrors.concat(validate245.errors);
        errors = vErrors.length;
      }
    }
    if (data.bytes !== void 0) {
      let data2 = data.bytes;
      if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2))) {
        const err4 = { instancePath: instancePath + "/bytes", schemaPath: "#/properties/bytes/type", keyword: "type", params: { type: "integer" }, schema: schema158.properties.bytes.type, parentSchema: schema158.properties.bytes, data: data2 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      if (typeof data2 == "number" && isFinite(data2)) {
        if (data2 > 9007199254740991 || isNaN(data2)) {
          const err5 = { instancePath: instancePath + "/bytes", schemaPath: "#/properties/bytes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, schema: 9007199254740991, parentSchema: schema158.properties.bytes, data: data2 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        if (data2 < 0 || isNaN(data2)) {
          const err6 = { instancePath: instancePath + "/bytes", schemaPath: "#/properties/bytes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema158.properties.bytes, data: data2 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      }
    }
  } else {
    const err7 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema158.type, parentSchema: schema158, data };
    if (vErrors === null) {
      vErrors = [err7];
    } else {
      vErrors.push(err7);
    }
    errors++;
  }
  validate368.errors = vErrors;
  return errors === 0;
}
validate368.evaluated = { "props": { "kind": true, "digest": true, "bytes": true }, "dynamicProps": false, "dynamicItems": false };
var schema159 = { "title": "WatchStarted", "type": "object", "required": ["kind"], "properties": { "kind": { "const": "started" } } };
function validate370(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate370.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.kind === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, schema: schema159.required, parentSchema: schema159, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.kind !== void 0) {
      let data0 = data.kind;
      if ("started" !== data0) {
        const err1 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/const", keyword: "const", params: { allowedValue: "started" }, schema: "started", parentSchema: schema159.properties.kind, data: data0 };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
  } else {
    const err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema159.type, parentSchema: schema159, data };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  }
  validate370.errors = vErrors;
  return errors === 0;
}
validate370.evaluated = { "props": { "kind": true }, "dynamicProps": false, "dynamicItems": false };
var schema160 = { "title": "WatchOutput", "type": "object", "required": ["kind", "stream", "bytes"], "properties": { "kind": { "const": "output" }, "stream": { "enum": ["stdout", "stderr"] }, "bytes": { "type": "integer", "minimum": 0, "maximum": 9007199254740991 } } };
function validate371(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate371.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.kind === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, schema: schema160.required, parentSchema: schema160, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.stream === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "stream" }, schema: schema160.required, parentSchema: schema160, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.bytes === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "bytes" }, schema: schema160.required, parentSchema: schema160, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.kind !== void 0) {
      let data0 = data.kind;
      if ("output" !== data0) {
        const err3 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/const", keyword: "const", params: { allowedValue: "output" }, schema: "output", parentSchema: schema160.properties.kind, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.stream !== void 0) {
      let data1 = data.stream;
      if (!(data1 === "stdout" || data1 === "stderr")) {
        const err4 = { instancePath: instancePath + "/stream", schemaPath: "#/properties/stream/enum", keyword: "enum", params: { allowedValues: schema160.properties.stream.enum }, schema: schema160.properties.stream.enum, parentSchema: schema160.properties.stream, data: data1 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.bytes !== void 0) {
      let data2 = data.bytes;
      if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2))) {
        const err5 = { instancePath: instancePath + "/bytes", schemaPath: "#/properties/bytes/type", keyword: "type", params: { type: "integer" }, schema: schema160.properties.bytes.type, parentSchema: schema160.properties.bytes, data: data2 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
      if (typeof data2 == "number" && isFinite(data2)) {
        if (data2 > 9007199254740991 || isNaN(data2)) {
          const err6 = { instancePath: instancePath + "/bytes", schemaPath: "#/properties/bytes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, schema: 9007199254740991, parentSchema: schema160.properties.bytes, data: data2 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        if (data2 < 0 || isNaN(data2)) {
          const err7 = { instancePath: instancePath + "/bytes", schemaPath: "#/properties/bytes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema160.properties.bytes, data: data2 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      }
    }
  } else {
    const err8 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema160.type, parentSchema: schema160, data };
    if (vErrors === null) {
      vErrors = [err8];
    } else {
      vErrors.push(err8);
    }
    errors++;
  }
  validate371.errors = vErrors;
  return errors === 0;
}
validate371.evaluated = { "props": { "kind": true, "stream": true, "bytes": true }, "dynamicProps": false, "dynamicItems": false };
var schema161 = { "title": "WatchAlive", "type": "object", "required": ["kind", "state"], "properties": { "kind": { "const": "alive" }, "state": { "type": "string", "minLength": 1, "maxLength": 32 } } };
function validate372(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate372.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.kind === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, schema: schema161.required, parentSchema: schema161, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.state === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "state" }, schema: schema161.required, parentSchema: schema161, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.kind !== void 0) {
      let data0 = data.kind;
      if ("alive" !== data0) {
        const err2 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/const", keyword: "const", params: { allowedValue: "alive" }, schema: "alive", parentSchema: schema161.properties.kind, data: data0 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.state !== void 0) {
      let data1 = data.state;
      if (typeof data1 === "string") {
        if (func2(data1) > 32) {
          const err3 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/maxLength", keyword: "maxLength", params: { limit: 32 }, schema: 32, parentSchema: schema161.properties.state, data: data1 };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        if (func2(data1) < 1) {
          const err4 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema161.properties.state, data: data1 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/type", keyword: "type", params: { type: "string" }, schema: schema161.properties.state.type, parentSchema: schema161.properties.state, data: data1 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
  } else {
    const err6 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema161.type, parentSchema: schema161, data };
    if (vErrors === null) {
      vErrors = [err6];
    } else {
      vErrors.push(err6);
    }
    errors++;
  }
  validate372.errors = vErrors;
  return errors === 0;
}
validate372.evaluated = { "props": { "kind": true, "state": true }, "dynamicProps": false, "dynamicItems": false };
var schema162 = { "title": "WatchSettled", "type": "object", "required": ["kind", "receipt"], "properties": { "kind": { "const": "settled" }, "receipt": { "type": "string", "minLength": 1, "maxLength": 65536 } } };
function validate373(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate373.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.kind === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, schema: schema162.required, parentSchema: schema162, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.receipt === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "receipt" }, schema: schema162.required, parentSchema: schema162, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.kind !== void 0) {
      let data0 = data.kind;
      if ("settled" !== data0) {
        const err2 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/const", keyword: "const", params: { allowedValue: "settled" }, schema: "settled", parentSchema: schema162.properties.kind, data: data0 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.receipt !== void 0) {
      let data1 = data.receipt;
      if (typeof data1 === "string") {
        if (func2(data1) > 65536) {
          const err3 = { instancePath: instancePath + "/receipt", schemaPath: "#/properties/receipt/maxLength", keyword: "maxLength", params: { limit: 65536 }, schema: 65536, parentSchema: schema162.properties.receipt, data: data1 };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        if (func2(data1) < 1) {
          const err4 = { instancePath: instancePath + "/receipt", schemaPath: "#/properties/receipt/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema162.properties.receipt, data: data1 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/receipt", schemaPath: "#/properties/receipt/type", keyword: "type", params: { type: "string" }, schema: schema162.properties.receipt.type, parentSchema: schema162.properties.receipt, data: data1 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
  } else {
    const err6 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema162.type, parentSchema: schema162, data };
    if (vErrors === null) {
      vErrors = [err6];
    } else {
      vErrors.push(err6);
    }
    errors++;
  }
  validate373.errors = vErrors;
  return errors === 0;
}
validate373.evaluated = { "props": { "kind": true, "receipt": true }, "dynamicProps": false, "dynamicItems": false };
var schema163 = { "title": "WatchSettledApart", "type": "object", "required": ["kind", "receiptBlob"], "properties": { "kind": { "const": "settled-apart" }, "receiptBlob": { "$ref": "#/$defs/Attachment" } } };
function validate374(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate374.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.kind === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, schema: schema163.required, parentSchema: schema163, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.receiptBlob === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "receiptBlob" }, schema: schema163.required, parentSchema: schema163, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.kind !== void 0) {
      let data0 = data.kind;
      if ("settled-apart" !== data0) {
        const err2 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/const", keyword: "const", params: { allowedValue: "settled-apart" }, schema: "settled-apart", parentSchema: schema163.properties.kind, data: data0 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.receiptBlob !== void 0) {
      if (!validate351(data.receiptBlob, { instancePath: instancePath + "/receiptBlob", parentData: data, parentDataProperty: "receiptBlob", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate351.errors : vErrors.concat(validate351.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err3 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema163.type, parentSchema: schema163, data };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  validate374.errors = vErrors;
  return errors === 0;
}
validate374.evaluated = { "props": { "kind": true, "receiptBlob": true }, "dynamicProps": false, "dynamicItems": false };
function validate367(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate367.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.kind === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, schema: schema157.required, parentSchema: schema157, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    const tag0 = data.kind;
    if (typeof tag0 == "string") {
      if (tag0 === "fetching") {
        if (!validate368(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
          vErrors = vErrors === null ? validate368.errors : vErrors.concat(validate368.errors);
          errors = vErrors.length;
        }
        var props0 = {};
        props0.kind = true;
        props0.digest = true;
        props0.bytes = true;
      } else if (tag0 === "started") {
        if (!validate370(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
          vErrors = vErrors === null ? validate370.errors : vErrors.concat(validate370.errors);
          errors = vErrors.length;
        }
        if (props0 !== true) {
          props0 = props0 || {};
          props0.kind = true;
        }
      } else if (tag0 === "output") {
        if (!validate371(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
          vErrors = vErrors === null ? validate371.errors : vErrors.concat(validate371.errors);
          errors = vErrors.length;
        }
        if (props0 !== true) {
          props0 = props0 || {};
          props0.kind = true;
          props0.stream = true;
          props0.bytes = true;
        }
      } else if (tag0 === "alive") {
        if (!validate372(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
          vErrors = vErrors === null ? validate372.errors : vErrors.concat(validate372.errors);
          errors = vErrors.length;
        }
        if (props0 !== true) {
          props0 = props0 || {};
          props0.kind = true;
          props0.state = true;
        }
      } else if (tag0 === "settled") {
        if (!validate373(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
          vErrors = vErrors === null ? validate373.errors : vErrors.concat(validate373.errors);
          errors = vErrors.length;
        }
        if (props0 !== true) {
          props0 = props0 || {};
          props0.kind = true;
          props0.receipt = true;
        }
      } else if (tag0 === "settled-apart") {
        if (!validate374(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
          vErrors = vErrors === null ? validate374.errors : vErrors.concat(validate374.errors);
          errors = vErrors.length;
        }
        if (props0 !== true) {
          props0 = props0 || {};
          props0.kind = true;
          props0.receiptBlob = true;
        }
      } else {
        const err1 = { instancePath, schemaPath: "#/discriminator", keyword: "discriminator", params: { error: "mapping", tag: "kind", tagValue: tag0 }, schema: schema157.discriminator, parentSchema: schema157, data };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    } else {
      const err2 = { instancePath, schemaPath: "#/discriminator", keyword: "discriminator", params: { error: "tag", tag: "kind", tagValue: tag0 }, schema: schema157.discriminator, parentSchema: schema157, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
  } else {
    const err3 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema157.type, parentSchema: schema157, data };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  validate367.errors = vErrors;
  evaluated0.props = props0;
  return errors === 0;
}
validate367.evaluated = { "dynamicProps": true, "dynamicItems": false };
var validateWatchFetching = validate382;
function validate382(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate382.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.kind === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, schema: schema158.required, parentSchema: schema158, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.digest === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "digest" }, schema: schema158.required, parentSchema: schema158, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.bytes === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "bytes" }, schema: schema158.required, parentSchema: schema158, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.kind !== void 0) {
      let data0 = data.kind;
      if ("fetching" !== data0) {
        const err3 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/const", keyword: "const", params: { allowedValue: "fetching" }, schema: "fetching", parentSchema: schema158.properties.kind, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.digest !== void 0) {
      if (!validate245(data.digest, { instancePath: instancePath + "/digest", parentData: data, parentDataProperty: "digest", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate245.errors : vErrors.concat(validate245.errors);
        errors = vErrors.length;
      }
    }
    if (data.bytes !== void 0) {
      let data2 = data.bytes;
      if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2))) {
        const err4 = { instancePath: instancePath + "/bytes", schemaPath: "#/properties/bytes/type", keyword: "type", params: { type: "integer" }, schema: schema158.properties.bytes.type, parentSchema: schema158.properties.bytes, data: data2 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      if (typeof data2 == "number" && isFinite(data2)) {
        if (data2 > 9007199254740991 || isNaN(data2)) {
          const err5 = { instancePath: instancePath + "/bytes", schemaPath: "#/properties/bytes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, schema: 9007199254740991, parentSchema: schema158.properties.bytes, data: data2 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        if (data2 < 0 || isNaN(data2)) {
          const err6 = { instancePath: instancePath + "/bytes", schemaPath: "#/properties/bytes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema158.properties.bytes, data: data2 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      }
    }
  } else {
    const err7 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema158.type, parentSchema: schema158, data };
    if (vErrors === null) {
      vErrors = [err7];
    } else {
      vErrors.push(err7);
    }
    errors++;
  }
  validate382.errors = vErrors;
  return errors === 0;
}
validate382.evaluated = { "props": { "kind": true, "digest": true, "bytes": true }, "dynamicProps": false, "dynamicItems": false };
var validateWatchStarted = validate384;
function validate384(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate384.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.kind === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, schema: schema159.required, parentSchema: schema159, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.kind !== void 0) {
      let data0 = data.kind;
      if ("started" !== data0) {
        const err1 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/const", keyword: "const", params: { allowedValue: "started" }, schema: "started", parentSchema: schema159.properties.kind, data: data0 };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
  } else {
    const err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema159.type, parentSchema: schema159, data };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  }
  validate384.errors = vErrors;
  return errors === 0;
}
validate384.evaluated = { "props": { "kind": true }, "dynamicProps": false, "dynamicItems": false };
var validateWatchOutput = validate385;
function validate385(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate385.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.kind === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, schema: schema160.required, parentSchema: schema160, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.stream === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "stream" }, schema: schema160.required, parentSchema: schema160, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.bytes === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "bytes" }, schema: schema160.required, parentSchema: schema160, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.kind !== void 0) {
      let data0 = data.kind;
      if ("output" !== data0) {
        const err3 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/const", keyword: "const", params: { allowedValue: "output" }, schema: "output", parentSchema: schema160.properties.kind, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.stream !== void 0) {
      let data1 = data.stream;
      if (!(data1 === "stdout" || data1 === "stderr")) {
        const err4 = { instancePath: instancePath + "/stream", schemaPath: "#/properties/stream/enum", keyword: "enum", params: { allowedValues: schema160.properties.stream.enum }, schema: schema160.properties.stream.enum, parentSchema: schema160.properties.stream, data: data1 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.bytes !== void 0) {
      let data2 = data.bytes;
      if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2))) {
        const err5 = { instancePath: instancePath + "/bytes", schemaPath: "#/properties/bytes/type", keyword: "type", params: { type: "integer" }, schema: schema160.properties.bytes.type, parentSchema: schema160.properties.bytes, data: data2 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
      if (typeof data2 == "number" && isFinite(data2)) {
        if (data2 > 9007199254740991 || isNaN(data2)) {
          const err6 = { instancePath: instancePath + "/bytes", schemaPath: "#/properties/bytes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, schema: 9007199254740991, parentSchema: schema160.properties.bytes, data: data2 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        if (data2 < 0 || isNaN(data2)) {
          const err7 = { instancePath: instancePath + "/bytes", schemaPath: "#/properties/bytes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema160.properties.bytes, data: data2 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      }
    }
  } else {
    const err8 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema160.type, parentSchema: schema160, data };
    if (vErrors === null) {
      vErrors = [err8];
    } else {
      vErrors.push(err8);
    }
    errors++;
  }
  validate385.errors = vErrors;
  return errors === 0;
}
validate385.evaluated = { "props": { "kind": true, "stream": true, "bytes": true }, "dynamicProps": false, "dynamicItems": false };
var validateWatchAlive = validate386;
function validate386(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate386.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.kind === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, schema: schema161.required, parentSchema: schema161, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.state === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "state" }, schema: schema161.required, parentSchema: schema161, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.kind !== void 0) {
      let data0 = data.kind;
      if ("alive" !== data0) {
        const err2 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/const", keyword: "const", params: { allowedValue: "alive" }, schema: "alive", parentSchema: schema161.properties.kind, data: data0 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.state !== void 0) {
      let data1 = data.state;
      if (typeof data1 === "string") {
        if (func2(data1) > 32) {
          const err3 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/maxLength", keyword: "maxLength", params: { limit: 32 }, schema: 32, parentSchema: schema161.properties.state, data: data1 };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        if (func2(data1) < 1) {
          const err4 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema161.properties.state, data: data1 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/type", keyword: "type", params: { type: "string" }, schema: schema161.properties.state.type, parentSchema: schema161.properties.state, data: data1 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
  } else {
    const err6 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema161.type, parentSchema: schema161, data };
    if (vErrors === null) {
      vErrors = [err6];
    } else {
      vErrors.push(err6);
    }
    errors++;
  }
  validate386.errors = vErrors;
  return errors === 0;
}
validate386.evaluated = { "props": { "kind": true, "state": true }, "dynamicProps": false, "dynamicItems": false };
var validateWatchSettled = validate387;
function validate387(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate387.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.kind === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, schema: schema162.required, parentSchema: schema162, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.receipt === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "receipt" }, schema: schema162.required, parentSchema: schema162, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.kind !== void 0) {
      let data0 = data.kind;
      if ("settled" !== data0) {
        const err2 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/const", keyword: "const", params: { allowedValue: "settled" }, schema: "settled", parentSchema: schema162.properties.kind, data: data0 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.receipt !== void 0) {
      let data1 = data.receipt;
      if (typeof data1 === "string") {
        if (func2(data1) > 65536) {
          const err3 = { instancePath: instancePath + "/receipt", schemaPath: "#/properties/receipt/maxLength", keyword: "maxLength", params: { limit: 65536 }, schema: 65536, parentSchema: schema162.properties.receipt, data: data1 };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        if (func2(data1) < 1) {
          const err4 = { instancePath: instancePath + "/receipt", schemaPath: "#/properties/receipt/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema162.properties.receipt, data: data1 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/receipt", schemaPath: "#/properties/receipt/type", keyword: "type", params: { type: "string" }, schema: schema162.properties.receipt.type, parentSchema: schema162.properties.receipt, data: data1 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
  } else {
    const err6 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema162.type, parentSchema: schema162, data };
    if (vErrors === null) {
      vErrors = [err6];
    } else {
      vErrors.push(err6);
    }
    errors++;
  }
  validate387.errors = vErrors;
  return errors === 0;
}
validate387.evaluated = { "props": { "kind": true, "receipt": true }, "dynamicProps": false, "dynamicItems": false };
var validateWatchSettledApart = validate388;
function validate388(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate388.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.kind === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, schema: schema163.required, parentSchema: schema163, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.receiptBlob === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "receiptBlob" }, schema: schema163.required, parentSchema: schema163, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.kind !== void 0) {
      let data0 = data.kind;
      if ("settled-apart" !== data0) {
        const err2 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/const", keyword: "const", params: { allowedValue: "settled-apart" }, schema: "settled-apart", parentSchema: schema163.properties.kind, data: data0 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.receiptBlob !== void 0) {
      if (!validate351(data.receiptBlob, { instancePath: instancePath + "/receiptBlob", parentData: data, parentDataProperty: "receiptBlob", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate351.errors : vErrors.concat(validate351.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err3 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema163.type, parentSchema: schema163, data };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  validate388.errors = vErrors;
  return errors === 0;
}
validate388.evaluated = { "props": { "kind": true, "receiptBlob": true }, "dynamicProps": false, "dynamicItems": false };
var validateBlobRequest = validate390;
var schema170 = { "title": "BlobRequest", "type": "object", "required": ["order", "digest", "offset"], "properties": { "order": { "$ref": "manifest.schema.json#/$defs/Digest" }, "digest": { "$ref": "manifest.schema.json#/$defs/Digest" }, "offset": { "type": "integer", "minimum": 0, "maximum": 9007199254740991 } } };
function validate390(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate390.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.order === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "order" }, schema: schema170.required, parentSchema: schema170, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.digest === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "digest" }, schema: schema170.required, parentSchema: schema170, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.offset === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "offset" }, schema: schema170.required, parentSchema: schema170, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.order !== void 0) {
      if (!validate245(data.order, { instancePath: instancePath + "/order", parentData: data, parentDataProperty: "order", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate245.errors : vErrors.concat(validate245.errors);
        errors = vErrors.length;
      }
    }
    if (data.digest !== void 0) {
      if (!validate245(data.digest, { instancePath: instancePath + "/digest", parentData: data, parentDataProperty: "digest", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate245.errors : vErrors.concat(validate245.errors);
        errors = vErrors.length;
      }
    }
    if (data.offset !== void 0) {
      let data2 = data.offset;
      if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2))) {
        const err3 = { instancePath: instancePath + "/offset", schemaPath: "#/properties/offset/type", keyword: "type", params: { type: "integer" }, schema: schema170.properties.offset.type, parentSchema: schema170.properties.offset, data: data2 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      if (typeof data2 == "number" && isFinite(data2)) {
        if (data2 > 9007199254740991 || isNaN(data2)) {
          const err4 = { instancePath: instancePath + "/offset", schemaPath: "#/properties/offset/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, schema: 9007199254740991, parentSchema: schema170.properties.offset, data: data2 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        if (data2 < 0 || isNaN(data2)) {
          const err5 = { instancePath: instancePath + "/offset", schemaPath: "#/properties/offset/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema170.properties.offset, data: data2 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      }
    }
  } else {
    const err6 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema170.type, parentSchema: schema170, data };
    if (vErrors === null) {
      vErrors = [err6];
    } else {
      vErrors.push(err6);
    }
    errors++;
  }
  validate390.errors = vErrors;
  return errors === 0;
}
validate390.evaluated = { "props": { "order": true, "digest": true, "offset": true }, "dynamicProps": false, "dynamicItems": false };
var validateBlobReply = validate393;
var schema171 = { "title": "BlobReply", "type": "object", "required": ["kind"], "discriminator": { "propertyName": "kind" }, "oneOf": [{ "$ref": "#/$defs/BlobFound" }, { "$ref": "#/$defs/BlobNotFound" }, { "$ref": "#/$defs/BlobBusy" }] };
var schema172 = { "title": "BlobFound", "type": "object", "required": ["kind", "bytes"], "properties": { "kind": { "const": "found" }, "bytes": { "type": "integer", "minimum": 0, "maximum": 9007199254740991 } } };
function validate394(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate394.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.kind === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, schema: schema172.required, parentSchema: schema172, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.bytes === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "bytes" }, schema: schema172.required, parentSchema: schema172, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.kind !== void 0) {
      let data0 = data.kind;
      if ("found" !== data0) {
        const err2 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/const", keyword: "const", params: { allowedValue: "found" }, schema: "found", parentSchema: schema172.properties.kind, data: data0 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.bytes !== void 0) {
      let data1 = data.bytes;
      if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
        const err3 = { instancePath: instancePath + "/bytes", schemaPath: "#/properties/bytes/type", keyword: "type", params: { type: "integer" }, schema: schema172.properties.bytes.type, parentSchema: schema172.properties.bytes, data: data1 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      if (typeof data1 == "number" && isFinite(data1)) {
        if (data1 > 9007199254740991 || isNaN(data1)) {
          const err4 = { instancePath: instancePath + "/bytes", schemaPath: "#/properties/bytes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, schema: 9007199254740991, parentSchema: schema172.properties.bytes, data: data1 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        if (data1 < 0 || isNaN(data1)) {
          const err5 = { instancePath: instancePath + "/bytes", schemaPath: "#/properties/bytes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema172.properties.bytes, data: data1 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      }
    }
  } else {
    const err6 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema172.type, parentSchema: schema172, data };
    if (vErrors === null) {
      vErrors = [err6];
    } else {
      vErrors.push(err6);
    }
    errors++;
  }
  validate394.errors = vErrors;
  return errors === 0;
}
validate394.evaluated = { "props": { "kind": true, "bytes": true }, "dynamicProps": false, "dynamicItems": false };
var schema173 = { "title": "BlobNotFound", "type": "object", "required": ["kind"], "properties": { "kind": { "const": "not-found" } } };
function validate395(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate395.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.kind === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, schema: schema173.required, parentSchema: schema173, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.kind !== void 0) {
      let data0 = data.kind;
      if ("not-found" !== data0) {
        const err1 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/const", keyword: "const", params: { allowedValue: "not-found" }, schema: "not-found", parentSchema: schema173.properties.kind, data: data0 };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
  } else {
    const err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema173.type, parentSchema: schema173, data };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  }
  validate395.errors = vErrors;
  return errors === 0;
}
validate395.evaluated = { "props": { "kind": true }, "dynamicProps": false, "dynamicItems": false };
var schema174 = { "title": "BlobBusy", "type": "object", "required": ["kind"], "properties": { "kind": { "const": "busy" } } };
function validate396(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate396.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.kind === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, schema: schema174.required, parentSchema: schema174, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.kind !== void 0) {
      let data0 = data.kind;
      if ("busy" !== data0) {
        const err1 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/const", keyword: "const", params: { allowedValue: "busy" }, schema: "busy", parentSchema: schema174.properties.kind, data: data0 };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
  } else {
    const err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema174.type, parentSchema: schema174, data };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  }
  validate396.errors = vErrors;
  return errors === 0;
}
validate396.evaluated = { "props": { "kind": true }, "dynamicProps": false, "dynamicItems": false };
function validate393(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate393.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.kind === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, schema: schema171.required, parentSchema: schema171, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    const tag0 = data.kind;
    if (typeof tag0 == "string") {
      if (tag0 === "found") {
        if (!validate394(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
          vErrors = vErrors === null ? validate394.errors : vErrors.concat(validate394.errors);
          errors = vErrors.length;
        }
        var props0 = {};
        props0.kind = true;
        props0.bytes = true;
      } else if (tag0 === "not-found") {
        if (!validate395(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
          vErrors = vErrors === null ? validate395.errors : vErrors.concat(validate395.errors);
          errors = vErrors.length;
        }
        if (props0 !== true) {
          props0 = props0 || {};
          props0.kind = true;
        }
      } else if (tag0 === "busy") {
        if (!validate396(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
          vErrors = vErrors === null ? validate396.errors : vErrors.concat(validate396.errors);
          errors = vErrors.length;
        }
        if (props0 !== true) {
          props0 = props0 || {};
          props0.kind = true;
        }
      } else {
        const err1 = { instancePath, schemaPath: "#/discriminator", keyword: "discriminator", params: { error: "mapping", tag: "kind", tagValue: tag0 }, schema: schema171.discriminator, parentSchema: schema171, data };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    } else {
      const err2 = { instancePath, schemaPath: "#/discriminator", keyword: "discriminator", params: { error: "tag", tag: "kind", tagValue: tag0 }, schema: schema171.discriminator, parentSchema: schema171, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
  } else {
    const err3 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema171.type, parentSchema: schema171, data };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  validate393.errors = vErrors;
  evaluated0.props = props0;
  return errors === 0;
}
validate393.evaluated = { "dynamicProps": true, "dynamicItems": false };
var validateBlobFound = validate400;
function validate400(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate400.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.kind === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, schema: schema172.required, parentSchema: schema172, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.bytes === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "bytes" }, schema: schema172.required, parentSchema: schema172, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.kind !== void 0) {
      let data0 = data.kind;
      if ("found" !== data0) {
        const err2 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/const", keyword: "const", params: { allowedValue: "found" }, schema: "found", parentSchema: schema172.properties.kind, data: data0 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.bytes !== void 0) {
      let data1 = data.bytes;
      if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
        const err3 = { instancePath: instancePath + "/bytes", schemaPath: "#/properties/bytes/type", keyword: "type", params: { type: "integer" }, schema: schema172.properties.bytes.type, parentSchema: schema172.properties.bytes, data: data1 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      if (typeof data1 == "number" && isFinite(data1)) {
        if (data1 > 9007199254740991 || isNaN(data1)) {
          const err4 = { instancePath: instancePath + "/bytes", schemaPath: "#/properties/bytes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, schema: 9007199254740991, parentSchema: schema172.properties.bytes, data: data1 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        if (data1 < 0 || isNaN(data1)) {
          const err5 = { instancePath: instancePath + "/bytes", schemaPath: "#/properties/bytes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema172.properties.bytes, data: data1 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      }
    }
  } else {
    const err6 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema172.type, parentSchema: schema172, data };
    if (vErrors === null) {
      vErrors = [err6];
    } else {
      vErrors.push(err6);
    }
    errors++;
  }
  validate400.errors = vErrors;
  return errors === 0;
}
validate400.evaluated = { "props": { "kind": true, "bytes": true }, "dynamicProps": false, "dynamicItems": false };
var validateBlobNotFound = validate401;
function validate401(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate401.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.kind === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, schema: schema173.required, parentSchema: schema173, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.kind !== void 0) {
      let data0 = data.kind;
      if ("not-found" !== data0) {
        const err1 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/const", keyword: "const", params: { allowedValue: "not-found" }, schema: "not-found", parentSchema: schema173.properties.kind, data: data0 };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
  } else {
    const err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema173.type, parentSchema: schema173, data };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  }
  validate401.errors = vErrors;
  return errors === 0;
}
validate401.evaluated = { "props": { "kind": true }, "dynamicProps": false, "dynamicItems": false };
var validateBlobBusy = validate402;
function validate402(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate402.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.kind === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, schema: schema174.required, parentSchema: schema174, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.kind !== void 0) {
      let data0 = data.kind;
      if ("busy" !== data0) {
        const err1 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/const", keyword: "const", params: { allowedValue: "busy" }, schema: "busy", parentSchema: schema174.properties.kind, data: data0 };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
  } else {
    const err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema174.type, parentSchema: schema174, data };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  }
  validate402.errors = vErrors;
  return errors === 0;
}
validate402.evaluated = { "props": { "kind": true }, "dynamicProps": false, "dynamicItems": false };
export {
  validateAcceptance,
  validateAccepted,
  validateApiConfig,
  validateAttachment,
  validateBlobBusy,
  validateBlobFound,
  validateBlobNotFound,
  validateBlobReply,
  validateBlobRequest,
  validateClientFrame,
  validateConfig,
  validateCredit,
  validateCreditFrame,
  validateDigest,
  validateEnvelope,
  validateErrorFrame,
  validateEventFrame,
  validateExecution,
  validateGuestPath,
  validateInputFile,
  validateJobEvent,
  validateJobId,
  validateJobView,
  validateJobsConfig,
  validateLimits,
  validateLogConfig,
  validateLogPosition,
  validateManifest,
  validateMetricsConfig,
  validateNetworkConfig,
  validateNodeView,
  validateOfferLimits,
  validateOfferParams,
  validateOfferResult,
  validateOffered,
  validateOrder,
  validateOrderName,
  validateOrderParams,
  validateOrderResult,
  validateOutcome,
  validateOutput,
  validateOutputFile,
  validatePage,
  validatePeerId,
  validatePeerQuota,
  validatePeerView,
  validatePlacement,
  validatePredicate,
  validateProblem,
  validatePublicationView,
  validateReachabilityView,
  validateReceipt,
  validateReceiptView,
  validateRefused,
  validateRelayConfig,
  validateRequest,
  validateRequestFrame,
  validateRequestId,
  validateResult,
  validateResultFrame,
  validateSandboxConfig,
  validateServerFrame,
  validateSettlement,
  validateShareConfig,
  validateSnapshotView,
  validateStopFrame,
  validateStoreConfig,
  validateStrangersQuota,
  validateSubject,
  validateTask,
  validateTaskSummary,
  validateTcpConfig,
  validateTime,
  validateWatchAlive,
  validateWatchEvent,
  validateWatchFetching,
  validateWatchOutput,
  validateWatchParams,
  validateWatchSettled,
  validateWatchSettledApart,
  validateWatchStarted
};
