/** What other bundles may use of cases. */
package org.yichuang.cases.api;
