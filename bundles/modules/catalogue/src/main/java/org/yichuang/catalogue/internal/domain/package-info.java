/** The rules of items: forms, routes, limits, what a version must have, and the entities that keep them. */
package org.yichuang.catalogue.internal.domain;
