/** The mails of the demonstration, for the page that shows them. */
export { listDemoMails, type DemoMail } from './mail.store.ts'
