vim.lsp.config("doclint", {
  cmd = { "doclint", "lsp" },
  filetypes = { "markdown" },
  root_markers = { "doclint.yaml", ".doclint.yaml", ".git" },
})
vim.lsp.enable("doclint")
