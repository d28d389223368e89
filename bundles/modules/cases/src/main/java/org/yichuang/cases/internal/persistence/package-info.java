/** How cases and files are kept: JPA over the unit {@code cases}, JSON in the columns that nobody searches. */
package org.yichuang.cases.internal.persistence;
