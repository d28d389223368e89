/** Where and when versions of items were made known to the public (公布记录). */
package org.yichuang.catalogue.internal.domain.publicity;
