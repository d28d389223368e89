/** What a module needs to be reached over HTTP: resources, access rules, commands, entity tags. */
package org.yichuang.rest.api;
