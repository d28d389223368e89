/** The one chain that every request passes, for whoever answers requests and for whoever tells who is asking. */
package org.yichuang.web.api;
