/** Which certificates and services of intermediaries may be demanded at all (R3-22). */
package org.yichuang.catalogue.internal.domain.demand;
