/** Papers: what a module gives to have documents made of it, how they are asked for, and tables out and in. */
@Version("5.6.0")
package org.yichuang.documents.api;

import org.osgi.annotation.versioning.Version;
