/** Messages to people: what a module gives to have them written, and how they are asked for. */
@Version("2.0.0")
package org.yichuang.notices.api;

import org.osgi.annotation.versioning.Version;
