/** What other bundles may use of linkage. */
package org.yichuang.linkage.api;
