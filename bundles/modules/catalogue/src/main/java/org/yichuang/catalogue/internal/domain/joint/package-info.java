/** Bundles: several items under one form, with one set of materials. */
package org.yichuang.catalogue.internal.domain.joint;
