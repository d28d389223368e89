/** Cases over HTTP: every method translates one request into one call. */
package org.yichuang.cases.internal.rest;
