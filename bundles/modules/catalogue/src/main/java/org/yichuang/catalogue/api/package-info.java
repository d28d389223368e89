/** Items, their versions, forms and routes; the published catalogue of a centre. */
package org.yichuang.catalogue.api;
