// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <sel4/mk/xml.hpp>

#include <expat.h>
#include <fmt/format.h>
#include <memory>

namespace sel4::mk {

namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

struct FreeParser {
  void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

/// Builds the tree while expat calls.
class Builder {
 public:
  Builder(const Source& source, Diagnostics& diagnostics, XML_Parser parser)
      : source_(source), diagnostics_(diagnostics), parser_(parser) {
    XML_SetUserData(parser, this);
    XML_SetElementHandler(
        parser,
        [](void* self, const char* name, const char** attributes) {
          static_cast<Builder*>(self)->start(name, attributes);
        },
        [](void* self, const char*) { static_cast<Builder*>(self)->end(); });
    XML_SetCharacterDataHandler(parser, [](void* self, const char* text, int length) {
      static_cast<Builder*>(self)->text({text, static_cast<std::size_t>(length)});
    });
    XML_SetStartDoctypeDeclHandler(parser, [](void* self, const char*, const char*, const char*,
                                              int) { static_cast<Builder*>(self)->doctype(); });
  }

  std::optional<XmlElement> run() {
    const std::string_view text = source_.text();
    const XML_Status status =
        XML_Parse(parser_, text.data(), static_cast<int>(text.size()), /*isFinal=*/1);
    if (status != XML_STATUS_OK && !stopped_) report();
    if (status != XML_STATUS_OK || !root_) return std::nullopt;
    return std::move(root_);
  }

 private:
  std::uint32_t offset() const {
    const XML_Index index = XML_GetCurrentByteIndex(parser_);
    return index < 0 ? 0 : static_cast<std::uint32_t>(index);
  }

  void stop(Span span, std::string what, std::string mend) {
    if (stopped_) return;
    stopped_ = true;
    diagnostics_.error(source_, span, std::move(what), std::move(mend));
    XML_StopParser(parser_, XML_FALSE);
  }

  void start(const char* name, const char** attributes) {
    XmlElement element;
    element.name = name;
    const std::uint32_t at = offset();
    element.span = {at + 1, static_cast<std::uint32_t>(element.name.size())};
    read_attributes(element, attributes, at + 1 + element.name.size());
    if (open_.size() >= xml_depth_limit) {
      stop(element.span, fmt::format("elements are nested more than {} deep", xml_depth_limit),
           "a system description needs a few levels only");
      return;
    }
    if (open_.empty()) {
      root_ = std::move(element);
      open_.push_back(&*root_);
      return;
    }
    // A parent gets no further child while this one is open, so the pointers stay good.
    std::vector<XmlElement>& siblings = open_.back()->children;
    siblings.push_back(std::move(element));
    open_.push_back(&siblings.back());
  }

  // expat says what the attributes are, but not where. It has checked that the tag is well-formed.
  void read_attributes(XmlElement& element, const char** attributes, std::size_t from) {
    const std::string_view text = source_.text();
    std::size_t i = from;
    const auto skip_space = [&] {
      while (i < text.size() && is_space(text[i])) ++i;
    };
    for (; attributes[0] != nullptr; attributes += 2) {
      XmlAttribute attribute{attributes[0], attributes[1], {}, {}};
      skip_space();
      attribute.name_span = {static_cast<std::uint32_t>(i),
                             static_cast<std::uint32_t>(attribute.name.size())};
      i = std::min(i + attribute.name.size(), text.size());
      skip_space();
      ++i;  // the equals sign
      skip_space();
      const char quote = i < text.size() ? text[i] : '"';
      const std::size_t start = std::min(i + 1, text.size());
      const std::size_t end = std::min(text.find(quote, start), text.size());
      attribute.value_span = {static_cast<std::uint32_t>(start),
                              static_cast<std::uint32_t>(end - start)};
      i = end + 1;
      element.attributes.push_back(std::move(attribute));
    }
  }

  void end() {
    if (!open_.empty()) open_.pop_back();
  }

  void text(std::string_view text) {
    if (open_.empty() || stopped_) return;
    std::size_t skip = 0;
    while (skip < text.size() && is_space(text[skip])) ++skip;
    if (skip == text.size()) return;
    if (open_.back() == text_reported_) return;
    text_reported_ = open_.back();
    std::size_t size = text.size();
    while (size > skip && is_space(text[size - 1])) --size;
    diagnostics_.error(
        source_,
        {offset() + static_cast<std::uint32_t>(skip), static_cast<std::uint32_t>(size - skip)},
        fmt::format("unexpected text in element '{}'", open_.back()->name),
        "a system description consists of elements and attributes only; put remarks into "
        "<!-- ... -->");
  }

  void doctype() {
    stop({offset(), 9}, "a document type declaration is not accepted",
         "remove <!DOCTYPE ...>; a system description has no entities");
  }

  void report() {
    const XML_Error code = XML_GetErrorCode(parser_);
    const std::uint32_t at = offset();
    switch (code) {
      case XML_ERROR_NO_ELEMENTS:
        if (source_.text().find_first_not_of(" \t\r\n") == std::string_view::npos) {
          diagnostics_.error(source_, {0, 0}, "the file is empty",
                             "write at least <system> with one protection_domain");
        } else if (!open_.empty()) {
          unclosed(at);
        } else {
          diagnostics_.error(source_, {at, 0}, "there is no element", "start with <system>");
        }
        return;
      case XML_ERROR_TAG_MISMATCH:
        if (!open_.empty()) {
          const XmlElement& open = *open_.back();
          diagnostics_.error(
              source_, {at, 0}, fmt::format("expected '</{}>', found another end tag", open.name),
              "close elements in the reverse order of opening them", {{open.span, "opened here"}});
          return;
        }
        break;
      case XML_ERROR_UNCLOSED_TOKEN:
      case XML_ERROR_PARTIAL_CHAR:
        diagnostics_.error(source_, {at, 0}, "the file ends inside this tag",
                           "check that the file is complete");
        return;
      case XML_ERROR_INVALID_TOKEN:
      case XML_ERROR_UNKNOWN_ENCODING:
      case XML_ERROR_INCORRECT_ENCODING:
        diagnostics_.error(source_, {at, 0}, "not XML in UTF-8: " + description(code, at),
                           "write the file as UTF-8; in values & is &amp; and < is &lt;");
        return;
      default:
        break;
    }
    diagnostics_.error(source_, {at, 0}, "not well-formed XML: " + description(code, at), {});
  }

  void unclosed(std::uint32_t at) {
    const XmlElement& open = *open_.back();
    diagnostics_.error(source_, {at, 0},
                       fmt::format("the file ends, but '{}' is not closed", open.name),
                       fmt::format("add </{}>", open.name), {{open.span, "opened here"}});
  }

  std::string description(XML_Error code, std::uint32_t at) const {
    const std::string_view text = source_.text();
    if (code == XML_ERROR_INVALID_TOKEN && at < text.size()) {
      const auto byte = static_cast<unsigned char>(text[at]);
      if (byte < 0x20 || byte >= 0x7f) return fmt::format("unexpected byte {:#04x}", byte);
      return fmt::format("'{}' is not possible here", text[at]);
    }
    return XML_ErrorString(code);
  }

  const Source& source_;
  Diagnostics& diagnostics_;
  XML_Parser parser_;
  std::optional<XmlElement> root_;
  std::vector<XmlElement*> open_;
  const XmlElement* text_reported_ = nullptr;
  bool stopped_ = false;
};

}  // namespace

const XmlAttribute* XmlElement::find(std::string_view attribute) const {
  for (const XmlAttribute& candidate : attributes) {
    if (candidate.name == attribute) return &candidate;
  }
  return nullptr;
}

std::optional<XmlElement> parse_xml(const Source& source, Diagnostics& diagnostics) {
  if (source.text().size() > xml_size_limit) {
    diagnostics.error(
        source.name(),
        fmt::format("the file has {} bytes, more than {}", source.text().size(), xml_size_limit),
        "check that this is a system description");
    return std::nullopt;
  }
  // The encoding is said here, so that what the file says of it does not matter.
  const std::unique_ptr<std::remove_pointer_t<XML_Parser>, FreeParser> parser(
      XML_ParserCreate("UTF-8"));
  if (!parser) {
    diagnostics.error(source.name(), "out of memory");
    return std::nullopt;
  }
  return Builder(source, diagnostics, parser.get()).run();
}

}  // namespace sel4::mk
