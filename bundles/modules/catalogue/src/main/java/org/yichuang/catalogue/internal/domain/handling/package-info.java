/** How items are handled, in words, and what halls call them. */
package org.yichuang.catalogue.internal.domain.handling;
