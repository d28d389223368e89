/** What offices say of drafts before these are published (会审). */
package org.yichuang.catalogue.internal.domain.opinion;
