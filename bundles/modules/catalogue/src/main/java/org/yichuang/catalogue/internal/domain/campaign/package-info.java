/** A clean-up of items that is ordered from above, with last days for each level (清理专项). */
package org.yichuang.catalogue.internal.domain.campaign;
