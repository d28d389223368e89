/** The same item at several levels: what of it may not differ (R3-16), and what differs (K2). */
package org.yichuang.catalogue.internal.domain.unify;
