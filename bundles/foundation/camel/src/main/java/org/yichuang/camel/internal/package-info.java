/** The host of the one Camel context. */
package org.yichuang.camel.internal;
