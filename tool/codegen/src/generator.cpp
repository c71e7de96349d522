// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "generator.hpp"

#include "bitfield_parser.hpp"
#include "config_reader.hpp"
#include "input_error.hpp"
#include "interface_reader.hpp"
#include "source_text.hpp"
#include "syscall_reader.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <map>
#include <system_error>
#include <utility>

namespace sel4::codegen {

namespace fs = std::filesystem;

namespace {

constexpr int max_scan_depth = 16;
constexpr std::size_t max_scanned_files = 20000;

class InputReader {
 public:
  InputReader(const std::vector<std::string>& include_dirs, std::vector<std::string>& paths)
      : include_dirs_(include_dirs), paths_(paths) {
    std::error_code error;
    for (const std::string& directory : include_dirs) {
      if (!fs::is_directory(directory, error)) {
        fail({directory, 0, {}}, "is not a directory", "give an include directory of libsel4");
      }
    }
  }

  Inputs run() {
    for (const char* name : {"kernel/gen_config.json", "sel4/gen_config.json"}) {
      read_config(read(name), inputs_.config);
      inputs_.config_files.push_back(name);
    }
    inputs_.word_bits = word_bits();
    check_architecture();

    for (const auto& [name, path] : find_bitfield_files()) {
      read_bitfields(read_path(path, name), inputs_.word_bits, inputs_.bitfields);
      inputs_.bitfield_files.push_back(name);
    }

    inputs_.syscall_file = "api/syscall.xml";
    inputs_.syscalls = read_syscalls(read(inputs_.syscall_file), inputs_.config);

    std::vector<SourceText> interfaces;
    for (const char* name : {"interfaces/object-api.xml", "interfaces/object-api-sel4-arch.xml",
                             "interfaces/object-api-arch.xml"}) {
      interfaces.push_back(read(name));
      inputs_.interface_files.push_back(name);
    }
    inputs_.api = read_interfaces(interfaces, inputs_.config, inputs_.bitfields, inputs_.word_bits);
    return std::move(inputs_);
  }

 private:
  SourceText read_path(const std::string& path, const std::string& name) {
    paths_.push_back(path);
    return read_source(path, name);
  }

  SourceText read(const std::string& name) {
    std::error_code error;
    for (const std::string& directory : include_dirs_) {
      const fs::path path = fs::path(directory) / name;
      if (fs::is_regular_file(path, error)) return read_path(path.string(), name);
    }
    fail({name, 0, {}}, "is in none of the include directories",
         "give the include directory of an installed kernel with --include-dir");
  }

  [[nodiscard]] std::size_t word_bits() const {
    const ConfigEntry* entry = inputs_.config.find("WORD_SIZE");
    if (entry == nullptr) {
      fail({"kernel/gen_config.json", 0, {}}, "has no WORD_SIZE",
           "give the file that the kernel's build installed");
    }
    const std::uint64_t* bits = std::get_if<std::uint64_t>(&entry->value);
    if (bits == nullptr || (*bits != 32 && *bits != 64)) {
      fail(entry->place, "is neither 32 nor 64", "give the file that the kernel's build installed");
    }
    return static_cast<std::size_t>(*bits);
  }

  void check_architecture() const {
    const ConfigEntry* entry = inputs_.config.find("SEL4_ARCH");
    if (entry != nullptr && entry->value == ConfigValue{std::string("ia32")}) {
      fail(entry->place, "ia32 passes messages in other registers than all other architectures",
           "use a kernel for x86_64");
    }
  }

  /// All .pbf files, by name relative to the include directory, and where each is found first.
  [[nodiscard]] std::map<std::string, std::string> find_bitfield_files() const {
    std::map<std::string, std::string> found;
    std::size_t scanned = 0;
    for (const std::string& directory : include_dirs_) {
      std::error_code error;
      fs::recursive_directory_iterator at(directory, fs::directory_options::skip_permission_denied,
                                          error);
      for (const fs::recursive_directory_iterator end; !error && at != end; at.increment(error)) {
        if (at.depth() > max_scan_depth || ++scanned > max_scanned_files) {
          fail({directory, 0, {}}, "too many files to look through for *.pbf",
               "give the include directory of an installed kernel, nothing above it");
        }
        std::error_code ignored;
        if (at->path().extension() == ".pbf" && at->is_regular_file(ignored)) {
          found.emplace(at->path().lexically_relative(directory).generic_string(),
                        at->path().string());
        }
      }
      if (error) fail({directory, 0, {}}, "cannot be read: " + error.message(), "check it");
    }
    if (found.empty()) {
      fail({include_dirs_.empty() ? "" : include_dirs_.front(), 0, {}}, "has no .pbf files",
           "give the include directory of an installed kernel with --include-dir");
    }
    return found;
  }

  const std::vector<std::string>& include_dirs_;
  std::vector<std::string>& paths_;
  Inputs inputs_;
};

}  // namespace

Inputs read_inputs(const std::vector<std::string>& include_dirs, std::vector<std::string>& paths) {
  return InputReader(include_dirs, paths).run();
}

Generated generate(const std::vector<std::string>& include_dirs) {
  Generated generated;
  const Inputs inputs = read_inputs(include_dirs, generated.inputs);
  generated.outputs = {emit_config(inputs), emit_syscalls(inputs), emit_labels(inputs),
                       emit_bitfields(inputs)};
  for (Output& output : emit_invocations(inputs)) generated.outputs.push_back(std::move(output));
  generated.c_client = emit_c_client(inputs);
  return generated;
}

}  // namespace sel4::codegen
