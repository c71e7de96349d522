// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "reader.hpp"

#include <fmt/format.h>

namespace sel4::mk {

namespace {

ChannelEnd read_end(Reader& reader, const XmlElement& element) {
  Attributes attributes(reader, element, {"pd", "id", "pp", "notify", "setvar_id"});
  no_children(reader, element);
  ChannelEnd end;
  end.span = element.span;
  end.domain_name = attributes.required("pd");
  end.domain_span = attributes.span("pd");
  end.id = attributes.required_decimal("id", {0, limit::highest_id});
  end.id_span = attributes.span("id");
  end.notify = attributes.boolean("notify", true);
  end.call = attributes.boolean("pp", false);
  end.variable = attributes.text("setvar_id");
  if (attributes.has("setvar_id") && end.variable.empty()) {
    reader.error(attributes.span("setvar_id"), "the name of a variable is empty",
                 "name a symbol of the program");
  }
  return end;
}

}  // namespace

Channel read_channel(Reader& reader, const XmlElement& element) {
  const Attributes attributes(reader, element, {});
  std::vector<ChannelEnd> ends;
  for (const XmlElement& child : element.children) {
    if (child.name != "end") {
      unexpected_element(reader, element, child, {"end"});
    } else {
      ends.push_back(read_end(reader, child));
    }
  }
  Channel channel;
  channel.span = element.span;
  if (ends.size() != 2) {
    reader.error(element.span, fmt::format("a channel has two ends, this one has {}", ends.size()),
                 ends.size() < 2 ? "add <end pd=\"...\" id=\"...\"/>"
                                 : "use several channels to connect more than two domains");
    ends.resize(2);
  }
  channel.a = std::move(ends[0]);
  channel.b = std::move(ends[1]);
  if (channel.a.call && channel.b.call) {
    reader.error(channel.b.span, "both ends of a channel have pp=\"true\"",
                 "a call goes from the lower to the higher priority; remove one",
                 {{channel.a.span, "the other"}});
  }
  return channel;
}

}  // namespace sel4::mk
