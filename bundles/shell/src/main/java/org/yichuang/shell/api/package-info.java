/** What other bundles may use of shell. */
package org.yichuang.shell.api;
