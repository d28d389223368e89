/** What other bundles may use of migration. */
package org.yichuang.migration.api;
